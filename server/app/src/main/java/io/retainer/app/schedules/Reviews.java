package io.retainer.app.schedules;

import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What people decide about rendered reports before they go out. Of several who decide at once, one
 * does; a decision and its place in the run's life are kept in one piece.
 */
public final class Reviews {

  private static final int LONGEST_TEXT = 1000;

  private static final Set<RunStep.Kind> DECISIONS =
      Set.of(RunStep.Kind.APPROVED, RunStep.Kind.REJECTED);

  private static final String APPROVE =
      """
      update occurrence
      set state = 'planned', approved_by = :by, asked_at = :now, look_again_at = null, reason = null
      where id = :id and state = 'review'
      """;

  private static final String REJECT =
      """
      update occurrence set state = 'rejected', finished_at = :now, reason = :reason
      where id = :id and state = 'review'
      """;

  private final Supplier<Jdbi> state;
  private final Clock clock;
  private final Runs runs;
  private final RunFiles files;
  private final RunSteps steps;
  private final Occurrences occurrences;
  private final Drafts drafts;
  private final Schedules schedules;
  private final ScheduleDesk desk;
  private final Issuer issuer;

  public Reviews(
      Supplier<Jdbi> state,
      Clock clock,
      Runs runs,
      RunFiles files,
      RunSteps steps,
      Occurrences occurrences,
      Drafts drafts,
      Schedules schedules,
      ScheduleDesk desk,
      Issuer issuer) {
    this.desk = desk;
    this.schedules = schedules;
    this.drafts = drafts;
    this.state = state;
    this.clock = clock;
    this.runs = runs;
    this.files = files;
    this.steps = steps;
    this.occurrences = occurrences;
    this.issuer = issuer;
  }

  /** Lets a run go out to those whom its schedule names now. */
  void approve(String run, String by, String comment) {
    approve(run, by, comment, Optional.empty());
  }

  /**
   * Lets a run go out, as it was rendered.
   *
   * @param comment may be empty
   * @param seen who it goes to as far as the approver knows; empty when they do not say
   * @throws Refusal when there is no such run, it does not wait for a decision, its files are not
   *     what they were, or it would go to others than were seen or are allowed
   */
  void approve(String run, String by, String comment, Optional<List<String>> seen) {
    Run known = existing(run);
    if (decidesDraft(run, false, by, checked(comment))) {
      return;
    }
    Occurrence waiting = waiting(run);
    if (!files.areAsRendered(known)) {
      throw new Refusal(
          Refusal.Kind.IMPOSSIBLE,
          "The files of run %s do not lie on the server's disk as they were rendered. Reject it, then run the report again."
              .formatted(run));
    }
    Schedule schedule = schedules.find(waiting.schedule()).orElseThrow(() -> decided(run));
    desk.refuseStrangers(schedule);
    decide(
        APPROVE,
        waiting,
        RunStep.Kind.APPROVED,
        by,
        checked(comment),
        Optional.of(seen.orElse(schedule.recipients())));
    issuer.soon(waiting);
  }

  /**
   * Whom it goes to; whoever changes the schedule just then waits until this is decided.
   *
   * @throws Refusal when those are others than expected
   */
  private String addressees(Handle handle, Occurrence waiting, List<String> expected) {
    String run = waiting.run().orElseThrow();
    Schedule schedule =
        schedules.locked(handle, waiting.schedule()).orElseThrow(() -> decided(run)).schedule();
    if (!isSame(expected, schedule.recipients())) {
      throw new Refusal(
          Refusal.Kind.CHANGED,
          "The recipients of run %s are not those whom you saw any more: it would go to %s. Look at them, then approve or reject it."
              .formatted(run, String.join(", ", schedule.recipients())));
    }
    return schedule.addressees();
  }

  private static boolean isSame(List<String> one, List<String> other) {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    known.addAll(one);
    Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    found.addAll(other);
    return known.equals(found);
  }

  /**
   * Keeps a run from going out; the period may be run again then.
   *
   * @throws IllegalArgumentException when no reason is given
   * @throws Refusal when there is no such run, or it does not wait for a decision
   */
  void reject(String run, String by, String reason) {
    existing(run);
    if (reason.isBlank()) {
      throw new IllegalArgumentException(
          "Say why the report is rejected: whoever mends it reads the reason");
    }
    if (!decidesDraft(run, true, by, checked(reason))) {
      decide(REJECT, waiting(run), RunStep.Kind.REJECTED, by, checked(reason), Optional.empty());
    }
  }

  /**
   * @throws IllegalArgumentException when there is no text
   * @throws Refusal when there is no such run
   */
  void comment(String run, String by, String text) {
    existing(run);
    if (text.isBlank()) {
      throw new IllegalArgumentException("A comment has some text");
    }
    steps.comment(run, by, checked(text));
  }

  /**
   * @param recipients whom it is to go to; empty when it does not go out
   */
  private void decide(
      String statement,
      Occurrence waiting,
      RunStep.Kind kind,
      String by,
      String note,
      Optional<List<String>> recipients) {
    String run = waiting.run().orElseThrow();
    boolean isMine =
        state
            .get()
            .inTransaction(
                handle -> {
                  Optional<String> addressees =
                      recipients.map(expected -> addressees(handle, waiting, expected));
                  int changed =
                      handle
                          .createUpdate(statement)
                          .bind("id", waiting.id())
                          .bind("by", by)
                          .bind("now", clock.instant())
                          .bind("reason", Reason.of(Reason.Code.REJECTED, by, note).stored())
                          .execute();
                  if (changed == 1) {
                    steps.add(handle, run, kind, Optional.of(by), note);
                    addressees.ifPresent(
                        all ->
                            steps.add(handle, run, RunStep.Kind.ADDRESSED, Optional.of(by), all));
                  }
                  return changed == 1;
                });
    if (!isMine) {
      throw decided(run);
    }
  }

  /**
   * @return false when the run is no internal copy
   */
  private boolean decidesDraft(String run, boolean isRejection, String by, String note) {
    Optional<Draft> draft = drafts.ofRun(run);
    if (draft.isPresent() && !drafts.decide(draft.get(), run, isRejection, by, note)) {
      throw new Refusal(
          Refusal.Kind.UNDER_WAY,
          isRejection
              ? "%s is rejected already, or its time has come: look at the schedule."
                  .formatted(draft.get().period())
              : "%s is not rejected, or its time has come: look at the schedule."
                  .formatted(draft.get().period()));
    }
    return draft.isPresent();
  }

  /**
   * Whether the last decision about a run was this one of this person: who presses a button twice
   * has decided once.
   */
  boolean isDecided(String run, String by, boolean isApproval) {
    return steps.of(existing(run)).stream()
        .filter(step -> DECISIONS.contains(step.kind()))
        .reduce((earlier, later) -> later)
        .filter(step -> step.by().equals(Optional.of(by)))
        .filter(step -> (step.kind() == RunStep.Kind.APPROVED) == isApproval)
        .isPresent();
  }

  private Run existing(String run) {
    return runs.find(run)
        .orElseThrow(() -> new Refusal(Refusal.Kind.MISSING, "There is no run " + run + "."));
  }

  private Occurrence waiting(String run) {
    return occurrences
        .ofRun(run)
        .filter(occurrence -> occurrence.state() == Occurrence.State.REVIEW)
        .orElseThrow(() -> decided(run));
  }

  private Refusal decided(String run) {
    return new Refusal(
        Refusal.Kind.UNDER_WAY,
        occurrences
            .ofRun(run)
            .map(
                occurrence ->
                    occurrence.approvedBy().isPresent()
                        ? "Run %s waits for no decision any more: %s approved it."
                            .formatted(run, occurrence.approvedBy().get())
                        : "Run %s waits for no decision any more; its steps say what became of it."
                            .formatted(run))
            .orElseGet(
                () ->
                    isOfRemovedSchedule(run)
                        ? "Run %s waits for no decision any more: its schedule was removed."
                            .formatted(run)
                        : "Run %s was made to be looked at; nobody waits for it.".formatted(run)));
  }

  private boolean isOfRemovedSchedule(String run) {
    return runs.find(run)
        .flatMap(known -> known.origin().schedule())
        .filter(
            schedule -> !state.get().inTransaction(handle -> Schedules.isThere(handle, schedule)))
        .isPresent();
  }

  /** People's words are shown to others: no signs that change how the rest reads. */
  private static String checked(String text) {
    String shown = text.replaceAll("[\\p{Cntrl}&&[^\\n]]|[\\u202a-\\u202e\\u2066-\\u2069]", "");
    if (shown.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "A reason or comment has at most %d characters, saw %d"
              .formatted(LONGEST_TEXT, shown.length()));
    }
    return shown.strip();
  }
}
