package io.retainer.app.reports;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What happened to runs. Steps are added and never changed. */
public final class RunSteps {

  private static final int LONGEST_NOTE = 4000;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public RunSteps(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** Adds a step, in one piece with what the handle's transaction does. */
  public void add(Handle handle, String run, RunStep.Kind kind, Optional<String> by, String note) {
    handle
        .createUpdate(
            """
            insert into run_step (id, run_id, kind, by_whom, at, note)
            values (:id, :run, :kind, :by, :now, :note)
            """)
        .bind("id", UUID.randomUUID().toString())
        .bind("run", run)
        .bind("kind", kind.word())
        .bind("by", by.orElse(null))
        .bind("now", clock.instant())
        .bind("note", cut(note))
        .execute();
  }

  private static String cut(String note) {
    return note.substring(0, Math.min(LONGEST_NOTE, note.length()));
  }

  /** Whether a run's last step of the kind has this note, or there is no such step. */
  public boolean isLastNote(Handle handle, String run, RunStep.Kind kind, String note) {
    return handle
        .createQuery(
            """
            select note from run_step where run_id = :run and kind = :kind
            order by place desc limit 1
            """)
        .bind("run", run)
        .bind("kind", kind.word())
        .mapTo(String.class)
        .findOne()
        .map(cut(note)::equalsIgnoreCase)
        .orElse(true);
  }

  /** Adds a step that happens once to a run: again after a crash it changes nothing. */
  public void once(String run, RunStep.Kind kind, Optional<String> by, String note) {
    state
        .get()
        .useTransaction(
            handle -> {
              // Of two that add the same step at once, the second waits here and finds it.
              handle
                  .createQuery("select id from report_run where id = :run for update")
                  .bind("run", run)
                  .mapTo(String.class)
                  .one();
              boolean isThere =
                  handle
                          .createQuery(
                              "select count(*) from run_step where run_id = :run and kind = :kind")
                          .bind("run", run)
                          .bind("kind", kind.word())
                          .mapTo(Integer.class)
                          .one()
                      > 0;
              if (!isThere) {
                add(handle, run, kind, by, note);
              }
            });
  }

  public void comment(String run, String by, String text) {
    add(run, RunStep.Kind.COMMENTED, by, text);
  }

  /** Adds a step that may happen more than once. */
  public void add(String run, RunStep.Kind kind, String by, String note) {
    state.get().useHandle(handle -> add(handle, run, kind, Optional.of(by), note));
  }

  /** From the request on, in the order in which they happened, whatever clocks said. */
  public List<RunStep> of(Run run) {
    List<RunStep> steps = new ArrayList<>(rendering(run));
    steps.addAll(
        state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select * from run_step where run_id = :run order by place")
                        .bind("run", run.id())
                        .map(RunSteps::read)
                        .list()));
    return steps;
  }

  private static List<RunStep> rendering(Run run) {
    List<RunStep> steps = new ArrayList<>();
    steps.add(
        new RunStep(RunStep.Kind.PLANNED, Optional.of(run.requestedBy()), run.requestedAt(), ""));
    run.finishedAt()
        .ifPresent(
            at ->
                steps.add(
                    run.state() == Run.State.READY
                        ? new RunStep(RunStep.Kind.COMPUTED, Optional.empty(), at, "")
                        : new RunStep(
                            RunStep.Kind.FAILED, Optional.empty(), at, run.reason().orElse(""))));
    return steps;
  }

  /** Whether the run waits for a person who approves or rejects it. */
  public static boolean isWaiting(List<RunStep> steps) {
    return isUndecided(steps)
        && steps.stream().noneMatch(step -> step.kind() == RunStep.Kind.WITHDRAWN);
  }

  /** Whether its files were removed because of their age. */
  public static boolean isCleared(List<RunStep> steps) {
    return steps.stream().anyMatch(step -> step.kind() == RunStep.Kind.CLEARED);
  }

  /** Those of these runs that wait for a person who approves or rejects them. */
  public Set<String> waiting(Collection<Run> runs) {
    if (runs.isEmpty()) {
      return Set.of();
    }
    Map<String, List<RunStep>> steps = new HashMap<>();
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createQuery("select * from run_step where run_id in (<runs>)")
                    .bindList("runs", runs.stream().map(Run::id).toList())
                    .map(
                        (row, context) ->
                            steps
                                .computeIfAbsent(row.getString("run_id"), any -> new ArrayList<>())
                                .add(read(row, context)))
                    .list());
    return steps.entrySet().stream()
        .filter(each -> isWaiting(each.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether somebody was to look at it and has not; it is withdrawn, or waits for them. */
  public static boolean isUndecided(List<RunStep> steps) {
    return steps.stream().anyMatch(step -> step.kind() == RunStep.Kind.HELD)
        && steps.stream()
            .noneMatch(
                step ->
                    step.kind() == RunStep.Kind.APPROVED
                        || step.kind() == RunStep.Kind.REJECTED
                        || step.kind() == RunStep.Kind.ISSUED);
  }

  /**
   * The runs of a report, client and period that were issued in a language, or by a schedule in
   * whatever language it had then; the latest first.
   */
  public List<String> issued(
      ClientId client, String report, Period period, Locale language, String schedule) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select run.id from report_run run
                        join run_step step on step.run_id = run.id and step.kind = 'issued'
                        where run.client = :client and run.report = :report
                          and run.period = :period
                          and (run.locale = :locale or run.schedule_id = :schedule)
                        order by step.place desc
                        """)
                    .bind("client", client.value())
                    .bind("report", report)
                    .bind("period", period.toString())
                    .bind("locale", language.toLanguageTag())
                    .bind("schedule", schedule)
                    .mapTo(String.class)
                    .list());
  }

  /**
   * The run of a report and client that was issued last, of whatever period.
   *
   * @param schedule of this schedule only
   */
  public Optional<String> lastIssued(ClientId client, String report, Optional<String> schedule) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select run.id from report_run run
                        join run_step step on step.run_id = run.id and step.kind = 'issued'
                        where run.client = :client and run.report = :report
                          and (cast(:schedule as varchar) is null or run.schedule_id = :schedule)
                        order by step.place desc limit 1
                        """)
                    .bind("client", client.value())
                    .bind("report", report)
                    .bind("schedule", schedule.orElse(null))
                    .mapTo(String.class)
                    .findOne());
  }

  private static RunStep read(ResultSet row, StatementContext context) throws SQLException {
    return new RunStep(
        RunStep.Kind.of(row.getString("kind")),
        Optional.ofNullable(row.getString("by_whom")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("note"));
  }
}
