package io.retainer.app.overview;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.schedules.Lateness;
import io.retainer.app.schedules.Occurrence;
import io.retainer.app.schedules.Occurrences;
import io.retainer.app.schedules.OpenReports;
import io.retainer.app.schedules.Schedule;
import io.retainer.app.schedules.Schedules;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What went out this month, goes out now or is to come, and what each waits for; and what is open
 * from earlier days, whatever month it was planned for.
 */
public final class Timetable {

  /** Of the month; today's all stand there. */
  private static final int MOST_OTHERS = 500;

  private static final Duration ZONES = Duration.ofHours(15);

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final OpenReports open;
  private final Deliveries deliveries;
  private final Lateness lateness;

  public Timetable(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      OpenReports open,
      Deliveries deliveries,
      Lateness lateness) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.open = open;
    this.deliveries = deliveries;
    this.lateness = lateness;
  }

  /**
   * A time of a schedule.
   *
   * @param occurrence what became of it; empty while it is to come
   * @param hoursLeft until a person gets what waits for data; empty for what does not wait
   * @param decideBy when it is late unless a person has decided; empty for what waits for nobody
   * @param mails how many are in which state, of one that goes out or did not get everywhere
   */
  public record Line(
      Schedule schedule,
      Client client,
      Period period,
      Instant at,
      Optional<Occurrence> occurrence,
      Optional<Long> hoursLeft,
      Optional<Instant> decideBy,
      List<Deliveries.Tally> mails) {

    /** When the next mail is tried, once one was tried in vain. */
    public Optional<Instant> nextMail() {
      return mails.stream()
          .filter(tally -> tally.state().isWaiting())
          .flatMap(tally -> tally.next().stream())
          .min(Comparator.naturalOrder());
    }

    /**
     * Whether it goes out, and was to be with its recipients long ago.
     *
     * @param schedules of which that is said
     */
    public boolean isLateBy(List<String> schedules) {
      return schedules.contains(schedule.id())
          && occurrence.filter(each -> each.state() == Occurrence.State.RENDERED).isPresent();
    }

    /** Whether somebody was to have decided about it before now. */
    public boolean isOverdue(Instant now) {
      return decideBy.filter(now::isAfter).isPresent();
    }

    boolean isOneOf(Set<String> occurrences) {
      return occurrence.map(Occurrence::id).filter(occurrences::contains).isPresent();
    }

    boolean isOn(LocalDate day) {
      return LocalDate.ofInstant(at, client.zone()).equals(day);
    }

    boolean isIn(YearMonth month) {
      return YearMonth.from(at.atZone(client.zone())).equals(month);
    }
  }

  /**
   * @param open those of earlier days, of any month, that are not done with; the oldest first
   * @param today all of today's
   * @param others those of the month's other days that are nearest to now
   * @param more how many others the month has
   */
  public record Month(List<Line> open, List<Line> today, List<Line> others, int more) {}

  /**
   * @param clients that whoever asks sees
   */
  Month month(Map<ClientId, Client> clients) {
    List<Occurrence> unfinished = open.all();
    Set<String> ids = unfinished.stream().map(Occurrence::id).collect(Collectors.toSet());
    Map<Boolean, List<Line>> isToday =
        lines(clients, unfinished).stream()
            .collect(Collectors.partitioningBy(line -> line.isOn(today(line.client()))));
    Map<Boolean, List<Line>> isOpen =
        isToday.get(false).stream().collect(Collectors.partitioningBy(line -> line.isOneOf(ids)));
    List<Line> others =
        isOpen.get(false).stream()
            .filter(line -> line.isIn(YearMonth.from(today(line.client()))))
            .toList();
    List<Line> nearest = nearest(others);
    return new Month(isOpen.get(true), isToday.get(true), nearest, others.size() - nearest.size());
  }

  private List<Line> nearest(List<Line> lines) {
    Instant now = workspace.clock().instant();
    return lines.stream()
        .sorted(Comparator.comparing(line -> Duration.between(line.at(), now).abs()))
        .limit(MOST_OTHERS)
        .sorted(Comparator.comparing(Line::at))
        .toList();
  }

  private LocalDate today(Client client) {
    return LocalDate.ofInstant(workspace.clock().instant(), client.zone());
  }

  /**
   * Those of the month and some hours around it, as each client has its own zone, and what is
   * unfinished.
   */
  private List<Line> lines(Map<ClientId, Client> clients, List<Occurrence> unfinished) {
    Instant now = workspace.clock().instant();
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    Instant begin = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(ZONES);
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(ZONES);
    Map<String, Schedule> byId = new HashMap<>();
    schedules.all().forEach(schedule -> byId.put(schedule.id(), schedule));
    List<Line> lines = new ArrayList<>();
    Map<String, Occurrence> byOccurrence = new HashMap<>();
    unfinished.forEach(each -> byOccurrence.put(each.id(), each));
    occurrences.between(begin, end).forEach(each -> byOccurrence.put(each.id(), each));
    List<Occurrence> planned = List.copyOf(byOccurrence.values());
    Map<String, List<Deliveries.Tally>> mails = mails(planned);
    BiFunction<ClientId, String, Duration> windows = lateness.windows();
    for (Occurrence each : planned) {
      Schedule schedule = byId.get(each.schedule());
      lines.add(
          new Line(
              schedule,
              clients.get(schedule.client()),
              each.period(),
              each.plannedFor(),
              Optional.of(each),
              hoursLeft(each, now),
              Lateness.decideBy(each, schedule, windows),
              each.run().map(run -> mails.getOrDefault(run, List.of())).orElse(List.of())));
    }
    Set<Time> known = lines.stream().map(Time::of).collect(Collectors.toSet());
    byId.values().stream()
        .filter(Schedule::enabled)
        .flatMap(schedule -> toCome(schedule, clients.get(schedule.client()), now, end))
        .filter(line -> !known.contains(Time.of(line)))
        .forEach(lines::add);
    return lines.stream().sorted(Comparator.comparing(Line::at)).toList();
  }

  private static Stream<Line> toCome(Schedule schedule, Client client, Instant now, Instant end) {
    ZoneId zone = client.zone();
    return schedule.due(now, end, zone).stream()
        .map(
            time ->
                new Line(
                    schedule,
                    client,
                    time.period(),
                    time.at(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()));
  }

  /** Of those that go out just now or did not get everywhere, by run. */
  private Map<String, List<Deliveries.Tally>> mails(List<Occurrence> planned) {
    Set<String> runs =
        planned.stream()
            .filter(
                each ->
                    each.state() == Occurrence.State.RENDERED
                        || each.state() == Occurrence.State.FAILED)
            .flatMap(each -> each.run().stream())
            .collect(Collectors.toSet());
    return deliveries.tallies(runs);
  }

  /** A period of a schedule, which has one time. */
  private record Time(String schedule, Period period) {
    static Time of(Line line) {
      return new Time(line.schedule().id(), line.period());
    }
  }

  private static Optional<Long> hoursLeft(Occurrence occurrence, Instant now) {
    return occurrence.isWaiting()
        ? Optional.of(Math.max(0, Duration.between(now, Lateness.deadline(occurrence)).toHours()))
        : Optional.empty();
  }
}
