package io.retainer.app.schedules;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.reports.RunOrigin;
import io.retainer.app.shell.Language;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Adds, changes, removes and runs schedules, for pages and programs alike. */
public final class ScheduleDesk {

  /** How many of the next periods may be left out. */
  private static final int SKIPPABLE = 12;

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final Deliveries deliveries;
  private final Issuer issuer;

  public ScheduleDesk(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      Deliveries deliveries,
      Issuer issuer) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.deliveries = deliveries;
    this.issuer = issuer;
  }

  /**
   * A schedule as somebody wrote it.
   *
   * @param locale the client's when empty
   * @param formats all when empty
   * @param incomplete what to do while data is missing: wait or send
   * @param approval who lets it go out: automatic or needed
   * @param starts first day on which it issues anything; empty for none
   * @param ends last one; empty for none
   */
  record Values(
      String client,
      String report,
      String rule,
      String kind,
      Optional<String> locale,
      List<String> formats,
      List<String> recipients,
      String incomplete,
      String approval,
      String starts,
      String ends,
      boolean enabled) {

    static Values of(Schedule schedule, boolean enabled) {
      return new Values(
          schedule.client().value(),
          schedule.report(),
          schedule.rule().text(),
          Schedule.word(schedule.kind()),
          Optional.of(schedule.locale().toLanguageTag()),
          schedule.formats().stream().map(ReportFormat::word).toList(),
          schedule.recipients(),
          schedule.incomplete().word(),
          schedule.approval().word(),
          text(schedule.days().first()),
          text(schedule.days().last()),
          enabled);
    }

    private static String text(Optional<LocalDate> day) {
      return day.map(LocalDate::toString).orElse("");
    }
  }

  /**
   * @throws IllegalArgumentException saying what cannot be used
   */
  Schedule add(Values values, String by) {
    Schedule schedule = read(UUID.randomUUID().toString(), values);
    allowed(schedule).check(schedule.recipients());
    schedules.add(schedule, by);
    return schedule;
  }

  /**
   * @throws IllegalArgumentException saying what cannot be used
   */
  Schedule change(String id, Values values) {
    Schedule before = existing(id);
    Schedule schedule = read(id, values);
    // One whose recipients are no longer allowed can still be paused.
    if (schedule.enabled() || !schedule.recipients().equals(before.recipients())) {
      allowed(schedule).check(schedule.recipients());
    }
    schedules.change(schedule);
    return schedule;
  }

  void remove(String id) {
    existing(id);
    schedules.remove(id);
  }

  Schedule existing(String id) {
    return schedules
        .find(id)
        .orElseThrow(() -> new Refusal(Refusal.Kind.MISSING, "There is no schedule " + id + "."));
  }

  Client client(Schedule schedule) {
    return workspace.clients().named(schedule.client());
  }

  Period lastClosed(Schedule schedule) {
    return schedule.lastClosed(workspace.clock().instant(), client(schedule).zone());
  }

  /** The next times of a schedule that goes on, whose periods are not taken yet. */
  List<Schedule.Time> next(Schedule schedule, int count) {
    Instant now = workspace.clock().instant();
    return schedule.enabled()
        ? schedule.next(count + 1, now, client(schedule).zone()).stream()
            .filter(time -> occurrences.latest(schedule.id(), time.period()).isEmpty())
            .limit(count)
            .toList()
        : List.of();
  }

  /**
   * Leaves a period out that is still to come.
   *
   * @throws Refusal when it is none of the next ones, or is under way
   */
  Occurrence skip(String id, Period period, String by) {
    Schedule schedule = existing(id);
    Instant at =
        next(schedule, SKIPPABLE).stream()
            .filter(time -> time.period().equals(period))
            .map(Schedule.Time::at)
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Kind.IMPOSSIBLE,
                        "%s is none of the next %d periods of the schedule."
                            .formatted(period, SKIPPABLE)));
    return occurrences
        .skip(id, period, at, by)
        .orElseThrow(
            () ->
                new Refusal(Refusal.Kind.UNDER_WAY, period + " was just begun by somebody else."));
  }

  /**
   * Takes a period in again that was left out.
   *
   * @throws Refusal when it was not
   */
  void unskip(String id, Period period) {
    existing(id);
    if (!occurrences.unskip(id, period)) {
      throw new Refusal(Refusal.Kind.MISSING, period + " is not left out.");
    }
  }

  /**
   * Issues a period now, with what data there is.
   *
   * @param wanted the last closed one when empty
   * @param again whether recipients who have it already shall have it once more
   */
  Occurrence run(String id, Optional<Period> wanted, boolean again, String by) {
    return run(id, wanted, again, by, "");
  }

  /**
   * The same.
   *
   * @param correction why it is issued once more, as recipients read it; may be empty
   * @throws IllegalArgumentException when the period is none of the schedule's, or the reason is
   *     too long
   */
  Occurrence run(String id, Optional<Period> wanted, boolean again, String by, String correction) {
    Schedule schedule = existing(id);
    Period period = wanted.orElseGet(() -> lastClosed(schedule));
    refuseOpen(schedule, period);
    refuseStrangers(schedule);
    Optional<Occurrence> latest = occurrences.latest(id, period);
    if (latest.filter(Occurrence::isWaiting).isPresent()
        && occurrences.doNotWait(latest.get().id(), by)) {
      issuer.soon(latest.get());
      return occurrences.find(latest.get().id()).orElseThrow();
    }
    Repetition repetition = Repetition.of(latest, latest.filter(this::isOut).isPresent(), again);
    if (repetition instanceof Repetition.Allowed allowed) {
      Occurrence taken =
          occurrences
              .request(id, period, allowed.number(), by, reason(correction))
              .orElseThrow(
                  () ->
                      new Refusal(
                          Refusal.Kind.UNDER_WAY, period + " was just begun by somebody else."));
      issuer.soon(taken);
      return taken;
    }
    throw repetition instanceof Repetition.Doubtful doubtful
        ? new Refusal(
            Refusal.Kind.OUT,
            "%s was delivered already (occurrence %s, run %s, planned for %s). To deliver it once more send {\"again\": true}."
                .formatted(
                    period,
                    doubtful.earlier().id(),
                    doubtful.earlier().run().orElse("none"),
                    doubtful.earlier().plannedFor()))
        : new Refusal(
            Refusal.Kind.UNDER_WAY,
            latest.get().state() == Occurrence.State.REVIEW
                ? "%s is rendered and waits for a decision: approve or reject run %s first."
                    .formatted(period, latest.get().run().orElse("none"))
                : "%s is being delivered just now (occurrence %s)."
                    .formatted(period, latest.get().id()));
  }

  private static Optional<String> reason(String correction) {
    String line = correction.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    if (line.length() > RunOrigin.LONGEST_REASON) {
      throw new IllegalArgumentException(
          "A reason has at most %d characters, saw %d"
              .formatted(RunOrigin.LONGEST_REASON, line.length()));
    }
    return Optional.of(line).filter(text -> !text.isEmpty());
  }

  private AllowedRecipients allowed(Schedule schedule) {
    return workspace.mail().allowed(schedule.client());
  }

  private void refuseStrangers(Schedule schedule) {
    List<String> strangers = allowed(schedule).strangers(schedule.recipients());
    if (!strangers.isEmpty()) {
      throw new Refusal(Refusal.Kind.IMPOSSIBLE, AllowedRecipients.refusal(strangers) + ".");
    }
  }

  private void refuseOpen(Schedule schedule, Period period) {
    if (period.kind() != schedule.kind()) {
      throw new IllegalArgumentException(
          "The schedule is about a %s; %s is none"
              .formatted(Schedule.word(schedule.kind()), period));
    }
    if (!period.isClosed(workspace.clock(), client(schedule).zone())) {
      throw new Refusal(
          Refusal.Kind.IMPOSSIBLE,
          "%s is not over before %s in %s."
              .formatted(period, period.span().end(), client(schedule).zone()));
    }
  }

  private boolean isOut(Occurrence occurrence) {
    return occurrence.state() == Occurrence.State.SENT
        || occurrence
            .run()
            .filter(
                run ->
                    deliveries.list(Deliveries.Filter.ofRun(run)).stream()
                        .anyMatch(
                            mail ->
                                mail.state() == Delivery.State.SENT
                                    || mail.state() == Delivery.State.UNKNOWN))
            .isPresent();
  }

  private Schedule read(String id, Values values) {
    Client client = workspace.clients().named(new ClientId(values.client()));
    List<String> reports =
        workspace.reports().templates().stream().map(ReportTemplate::id).toList();
    if (!reports.contains(values.report())) {
      throw new IllegalArgumentException(
          "There is no report \"" + values.report() + "\"; there are " + reports);
    }
    return new Schedule(
        id,
        client.id(),
        values.report(),
        schedules.rule(values.rule()),
        Schedule.kind(values.kind()),
        values.locale().map(Language::ofReports).orElse(client.locale()),
        formats(values.formats()),
        values.recipients(),
        Incomplete.of(values.incomplete()),
        Approval.of(values.approval()),
        Days.of(values.starts(), values.ends()),
        values.enabled());
  }

  private static Set<ReportFormat> formats(List<String> words) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String word : words) {
      formats.add(
          ReportFormat.of(word)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "\"" + word + "\" is no format; write pdf or xlsx")));
    }
    return formats.isEmpty() ? Set.copyOf(Arrays.asList(ReportFormat.values())) : formats;
  }
}
