package io.retainer.app.schedules;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ought to have been done by now and was not: the clock, or what it begins, stands still,
 * mails do not leave or were given up, or nobody decides.
 */
public final class Lateness {

  /** How long a step that needs nobody may take. */
  static final Duration WINDOW = Duration.ofMinutes(30);

  /** For how long what was given up is called late when nobody decides: then it is no news. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final OpenReports open;
  private final Supplier<BiFunction<ClientId, String, Duration>> windows;

  /**
   * @param windows how late a report of a client's schedule may be, asked once for many
   */
  public Lateness(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      OpenReports open,
      Supplier<BiFunction<ClientId, String, Duration>> windows) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.open = open;
    this.windows = windows;
  }

  /**
   * The schedules with something that is late, each once for each thing.
   *
   * @param standing what the server itself has to do, for more than half an hour
   * @param mails what was to be with its recipients half an hour ago, and is not with all of them
   * @param paused what would stand there, and waits for a destination that somebody paused: this is
   *     wanted, and not late
   * @param decisions what was due and waits for a person, for longer than it may be late
   * @param failed what was given up and is not with all of its recipients, until somebody decides
   *     about it, its schedule's next period is out or a week has passed
   */
  public record Late(
      List<String> standing,
      List<String> mails,
      List<String> paused,
      List<String> decisions,
      List<String> failed) {

    public int count() {
      return standing.size() + mails.size() + decisions.size() + failed.size();
    }
  }

  public Late late() {
    List<Schedules.Watched> watched = schedules.enabled();
    List<Occurrence> leaving = begunBefore(Occurrence.State.RENDERED);
    List<Occurrence> paused = open.paused(leaving, latest());
    return new Late(
        standing(watched),
        schedules(leaving.stream().filter(each -> !paused.contains(each)).toList()),
        schedules(paused),
        decisions(watched),
        failed());
  }

  private static List<String> schedules(List<Occurrence> some) {
    return some.stream().map(Occurrence::schedule).toList();
  }

  /** When what waits for data is given to a person. */
  public static Instant deadline(Occurrence waiting) {
    return waiting
        .waitUntil()
        .orElseGet(() -> waiting.plannedFor().plus(Incomplete.USUAL_PATIENCE));
  }

  private List<String> standing(List<Schedules.Watched> enabled) {
    List<String> late = new ArrayList<>();
    Map<ClientId, ZoneId> zones =
        workspace.clients().all().stream().collect(Collectors.toMap(Client::id, Client::zone));
    for (Schedules.Watched watched : enabled) {
      Schedule schedule = watched.schedule();
      ZoneId zone = zones.get(schedule.client());
      if (!schedule.due(watched.plannedUntil(), latest(), zone).isEmpty()) {
        late.add(schedule.id());
      }
    }
    Set<String> goOn =
        enabled.stream().map(each -> each.schedule().id()).collect(Collectors.toSet());
    occurrences.in(Occurrence.State.PLANNED).stream()
        .filter(each -> begun(each).isBefore(latest()))
        .filter(each -> !each.isUnasked() || goOn.contains(each.schedule()))
        .forEach(each -> late.add(each.schedule()));
    late.addAll(schedules(begunBefore(Occurrence.State.RENDERING)));
    return late;
  }

  private Instant latest() {
    return workspace.clock().instant().minus(WINDOW);
  }

  private List<Occurrence> begunBefore(Occurrence.State state) {
    Instant latest = latest();
    return occurrences.in(state).stream().filter(each -> begun(each).isBefore(latest)).toList();
  }

  private List<String> failed() {
    Instant now = workspace.clock().instant();
    Instant latest = latest();
    return schedules(
        open.lost().stream()
            .filter(each -> begun(each).isBefore(latest))
            .filter(each -> each.finished().orElse(now).plus(REMEMBERED).isAfter(now))
            .toList());
  }

  /** Nobody waits for what is paused. */
  private List<String> decisions(List<Schedules.Watched> enabled) {
    Instant now = workspace.clock().instant();
    Map<String, Schedule> expected =
        enabled.stream()
            .map(Schedules.Watched::schedule)
            .collect(Collectors.toMap(Schedule::id, schedule -> schedule));
    BiFunction<ClientId, String, Duration> window = windows.get();
    return Stream.concat(
            occurrences.in(Occurrence.State.REVIEW).stream(), occurrences.held().stream())
        .filter(each -> expected.containsKey(each.schedule()))
        .filter(
            each -> decideBy(each, expected.get(each.schedule()), window).orElse(now).isBefore(now))
        .map(Occurrence::schedule)
        .toList();
  }

  /** What is asked for once more is due when it is asked for. */
  private static Instant due(Occurrence occurrence) {
    return occurrence.repetition() > 0 && occurrence.created().isAfter(occurrence.plannedFor())
        ? occurrence.created()
        : occurrence.plannedFor();
  }

  /** How late a report of a client's schedule may be. */
  public BiFunction<ClientId, String, Duration> windows() {
    return windows.get();
  }

  /** When what waits for a person is late; empty for what does not. */
  public static Optional<Instant> decideBy(
      Occurrence occurrence, Schedule schedule, BiFunction<ClientId, String, Duration> window) {
    return occurrence.state() == Occurrence.State.REVIEW
            || occurrence.state() == Occurrence.State.HELD
        ? Optional.of(due(occurrence).plus(window.apply(schedule.client(), schedule.id())))
        : Optional.empty();
  }

  /**
   * From when on a step is expected; what waits for data is expected once its patience is over.
   * What lay with a person or waited for data is as old as it is, and nothing is late about it.
   */
  private static Instant begun(Occurrence occurrence) {
    return occurrence.isWaiting()
        ? deadline(occurrence)
        : Stream.of(occurrence.asked().or(occurrence::lookAgain), occurrence.rendered())
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .orElse(occurrence.created());
  }
}
