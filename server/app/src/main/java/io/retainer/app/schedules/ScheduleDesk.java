package io.retainer.app.schedules;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Outlets;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.time.Period;
import io.retainer.workspace.Workspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds, changes and removes schedules, for pages and programs alike. */
public final class ScheduleDesk {

  /** How many of the next periods may be left out. */
  private static final int SKIPPABLE = 12;

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final ScheduleReader reader;
  private final Removal removal;
  private final Colleagues colleagues;
  private final Outlets outlets;

  /**
   * @param colleagues to whom internal copies may go
   * @param outlets destinations that reports may go to
   */
  public ScheduleDesk(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      Colleagues colleagues,
      Outlets outlets) {
    this.outlets = outlets;
    this.colleagues = colleagues;
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.removal = new Removal(() -> workspace.state().jdbi(), workspace.clock(), schedules);
    this.reader = new ScheduleReader(workspace, schedules);
  }

  /**
   * @throws FieldProblem when it is what stands in one field that cannot be used
   * @throws IllegalArgumentException saying what cannot be used
   */
  Schedule add(ScheduleValues values, String by) {
    Schedule schedule = reader.read(UUID.randomUUID().toString(), values, Optional.empty());
    checkRecipients(schedule);
    checkColleagues(schedule);
    FieldProblem.check(TableColumn.RECIPIENTS, () -> schedules.add(schedule, by));
    return schedule;
  }

  /**
   * @throws IllegalArgumentException saying what cannot be used
   */
  Schedule change(String id, ScheduleValues values) {
    Schedule before = existing(id);
    Schedule schedule = reader.read(id, values, Optional.of(before));
    Lasting.checkClient(before, schedule.client());
    // One whose recipients are no longer allowed can still be paused.
    if (schedule.enabled() || !schedule.recipients().equals(before.recipients())) {
      checkRecipients(schedule);
    }
    if (schedule.enabled() || !schedule.internal().equals(before.internal())) {
      checkColleagues(schedule);
    }
    FieldProblem.check(TableColumn.RECIPIENTS, () -> schedules.change(schedule));
    return schedule;
  }

  /**
   * Saves nothing.
   *
   * @param id empty of a new one
   * @param count of its next times
   * @throws IllegalArgumentException saying what cannot be used
   */
  ScheduleTrial tried(String id, ScheduleValues values, int count) {
    Optional<Schedule> before = id.isEmpty() ? Optional.empty() : Optional.of(existing(id));
    Schedule after = reader.read(id, values, before);
    before.ifPresent(each -> Lasting.checkClient(each, after.client()));
    checkRecipients(after);
    Client client = client(after);
    return new ScheduleTrial(
        after,
        client.zone(),
        coming(after, count),
        skipped(after, client),
        before.map(each -> missed(each, after, client)).orElse(List.of()));
  }

  private List<Period> missed(Schedule before, Schedule after, Client client) {
    Instant now = workspace.clock().instant();
    Instant plannedUntil = schedules.plannedUntil().getOrDefault(before.id(), now);
    return Missed.by(before, client.zone(), plannedUntil, after, client.zone(), now)
        .lost(period -> occurrences.latest(before.id(), period).isPresent());
  }

  /** With all of it that has not gone out. */
  void remove(String id, String by) {
    existing(id);
    removal.remove(id, by);
  }

  Schedule existing(String id) {
    return schedules.find(id).orElseThrow(() -> Refusal.missing(id));
  }

  Map<ClientId, Client> clients() {
    return workspace.clients().all().stream()
        .collect(Collectors.toMap(Client::id, client -> client));
  }

  /** Whether nothing can be made by it before its template is there again. */
  boolean lacksTemplate(Schedule schedule) {
    return workspace.reports().isGone(schedule.client(), schedule.report());
  }

  Client client(Schedule schedule) {
    return workspace.clients().named(schedule.client());
  }

  Period lastClosed(Schedule schedule) {
    return schedule.lastClosed(workspace.clock().instant(), client(schedule).zone());
  }

  /** The next times of a schedule that goes on. */
  List<Schedule.Time> next(Schedule schedule, int count) {
    return schedule.enabled() ? coming(schedule, count) : List.of();
  }

  /** The next times whose periods are not taken yet; of a paused one, if it were resumed now. */
  List<Schedule.Time> coming(Schedule schedule, int count) {
    Instant now = workspace.clock().instant();
    return schedule.next(count + 1, now, client(schedule).zone()).stream()
        .filter(time -> occurrences.latest(schedule.id(), time.period()).isEmpty())
        .limit(count)
        .toList();
  }

  /**
   * Who gets the same report by another schedule.
   *
   * @param schedule the other one's id
   */
  public record Doubled(String recipient, String schedule) {}

  /** An earlier version let it happen; {@link Doubles} does not. */
  List<Doubled> doubled(Schedule schedule) {
    return schedules.all().stream()
        .filter(Schedule::enabled)
        .flatMap(
            other ->
                schedule.doubledBy(other).stream()
                    .map(recipient -> new Doubled(recipient, other.id())))
        .toList();
  }

  /** The next periods that its rule leaves out. */
  List<Period> skipped(Schedule schedule, Client client) {
    return schedule.skipped(workspace.clock().instant(), client.zone());
  }

  /** The same of each, by the schedule's id, in as many questions for many as for few. */
  Map<String, List<Schedule.Time>> comingOfEach(
      List<Schedule> schedules, Map<ClientId, Client> clients, int count) {
    Instant now = workspace.clock().instant();
    Map<String, List<Schedule.Time>> times = new HashMap<>();
    for (Schedule schedule : schedules) {
      times.put(
          schedule.id(), schedule.next(count + 1, now, clients.get(schedule.client()).zone()));
    }
    Map<Period, Set<String>> taken =
        occurrences.taken(
            times.values().stream()
                .flatMap(List::stream)
                .map(Schedule.Time::period)
                .collect(Collectors.toSet()));
    times.replaceAll(
        (id, those) ->
            those.stream()
                .filter(time -> !taken.getOrDefault(time.period(), Set.of()).contains(id))
                .limit(count)
                .toList());
    return times;
  }

  /**
   * Leaves a period out that is still to come, or that waits: for a person, for data, or for its
   * paused schedule.
   *
   * @throws Refusal when it is none of the next ones, or is under way
   */
  Occurrence skip(String id, Period period, String by) {
    Schedule schedule = existing(id);
    Optional<Occurrence> waiting =
        occurrences
            .latest(id, period)
            .filter(
                each ->
                    each.state() == Occurrence.State.HELD
                        || each.isWaiting()
                        || each.isStoppedBy(schedule))
            .filter(each -> occurrences.claims().leaveOut(each, by));
    if (waiting.isPresent()) {
      return occurrences.find(waiting.get().id()).orElseThrow();
    }
    Instant at =
        next(schedule, SKIPPABLE).stream()
            .filter(time -> time.period().equals(period))
            .map(Schedule.Time::at)
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Kind.IMPOSSIBLE,
                        "%s is none of the next %d periods of the schedule, and does not wait for a decision."
                            .formatted(period, SKIPPABLE)));
    return occurrences
        .claims()
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
    if (!occurrences.claims().unskip(id, period)) {
      throw new Refusal(Refusal.Kind.MISSING, period + " is not left out.");
    }
  }

  /**
   * @throws Refusal when the period is not over
   * @throws IllegalArgumentException when it is none of the schedule's
   */
  void refuseOpen(Schedule schedule, Period period) {
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

  private void checkRecipients(Schedule schedule) {
    FieldProblem.check(
        TableColumn.RECIPIENTS,
        () -> {
          allowed(schedule).check(schedule.recipients());
          outlets.check(schedule.client(), schedule.recipients());
        });
  }

  private void checkColleagues(Schedule schedule) {
    FieldProblem.check(TableColumn.INTERNAL_TO, () -> colleagues.check(schedule.internal().to()));
  }

  AllowedRecipients allowed(Schedule schedule) {
    return workspace.mail().allowed(schedule.client());
  }

  /**
   * @throws Refusal when a recipient is not among those whom the client's reports may go to
   */
  void refuseStrangers(Schedule schedule) {
    List<String> strangers = allowed(schedule).strangers(schedule.recipients());
    if (!strangers.isEmpty()) {
      throw new Refusal(Refusal.Kind.IMPOSSIBLE, AllowedRecipients.refusal(strangers) + ".");
    }
  }
}
