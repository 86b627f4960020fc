package io.retainer.app.overview;

import io.retainer.app.audit.AuditedParts;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.schedules.HeldReports;
import io.retainer.app.schedules.Lateness;
import io.retainer.app.schedules.Occurrence;
import io.retainer.app.schedules.Occurrences;
import io.retainer.app.schedules.Schedule;
import io.retainer.app.schedules.Schedules;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes out today and this month, what waits for what, and what is late. */
@Path("/operations")
public final class OperationsPages {

  private static final int MOST = 31;

  /** Of the month; today's all stand there. */
  private static final int MOST_OTHERS = 500;

  /** What the enter key in a box says: the first button of the form, which nobody sees. */
  private static final String NO_ANSWER = "none";

  private static final Duration ZONES = Duration.ofHours(15);

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final Lateness lateness;
  private final HeldReports held;
  private final Pages pages;

  public OperationsPages(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      Lateness lateness,
      HeldReports held,
      Pages pages) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.lateness = lateness;
    this.held = held;
    this.pages = pages;
  }

  /**
   * A time of a schedule.
   *
   * @param occurrence what became of it; empty while it is to come
   * @param hoursLeft until a person gets what waits for data; empty for what does not wait
   */
  public record Line(
      Schedule schedule,
      Client client,
      Period period,
      Instant at,
      Optional<Occurrence> occurrence,
      Optional<Long> hoursLeft) {

    boolean isOn(LocalDate day) {
      return LocalDate.ofInstant(at, client.zone()).equals(day);
    }

    boolean isIn(YearMonth month) {
      return YearMonth.from(at.atZone(client.zone())).equals(month);
    }
  }

  /**
   * @param today all of today's
   * @param month those of the other days that are nearest to now
   * @param more how many others the month has
   * @param late what ought to have been done by now
   */
  public record Board(
      Waiting waiting,
      List<Line> today,
      List<Line> month,
      int more,
      Lateness.Late late,
      ReportTitles titles) {}

  /**
   * What was held, and waits for a person.
   *
   * @param chosen ids of occurrences
   * @param answered what became of the answer that was just given
   * @param isNothingChosen whether an answer was given to none
   */
  public record Waiting(
      List<HeldReports.Held> held,
      Set<String> chosen,
      Optional<HeldReports.Answered> answered,
      boolean isNothingChosen) {

    static Waiting of(List<HeldReports.Held> held, String choose) {
      Set<String> chosen =
          held.stream()
              .filter(each -> choose.equals("all") || choose.equals("late") && each.isLate())
              .map(each -> each.occurrence().id())
              .collect(Collectors.toSet());
      return new Waiting(held, chosen, Optional.empty(), false);
    }

    public boolean hasLate() {
      return held.stream().anyMatch(HeldReports.Held::isLate);
    }
  }

  /**
   * @param choose {@code all} or {@code late}: which of those that wait are chosen already
   */
  @GET
  @Requires(Role.VIEWER)
  public Response board(
      @QueryParam("choose") @DefaultValue("") String choose, @Context SecurityContext security) {
    return board(Visit.of(security), Waiting.of(held.all(), choose), pages::show);
  }

  /** The ways a page is shown: at first, or again with what is to be corrected. */
  private interface Showing {
    Response show(Visit visit, Page.Section section, String titleKey, String template, Object view);
  }

  /** Makes the chosen ones of those that wait, or leaves them out. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      String body, @Context HttpServletRequest request, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    List<String> chosen = form.all("occurrence");
    if (form.text("answer").equals(NO_ANSWER)) {
      var still = new Waiting(held.all(), Set.copyOf(chosen), Optional.empty(), false);
      return board(visit, still, pages::show);
    }
    HeldReports.Answer answer = Input.value(form.text("answer"), HeldReports.Answer::of);
    if (chosen.isEmpty()) {
      var none = new Waiting(held.all(), Set.of(), Optional.empty(), true);
      return board(visit, none, pages::showAgain);
    }
    HeldReports.Answered answered =
        held.answer(chosen, answer, visit.getName(), AuditedParts.of(request));
    Set<String> left =
        answered.refused().stream()
            .map(each -> each.held().occurrence().id())
            .collect(Collectors.toSet());
    return board(visit, new Waiting(held.all(), left, Optional.of(answered), false), pages::show);
  }

  private Response board(Visit visit, Waiting waiting, Showing showing) {
    Map<ClientId, Client> clients = new HashMap<>();
    workspace.clients().all().forEach(client -> clients.put(client.id(), client));
    List<Line> lines = lines(clients);
    Map<Boolean, List<Line>> isToday =
        lines.stream().collect(Collectors.partitioningBy(line -> line.isOn(today(line.client()))));
    List<Line> others = isToday.get(false);
    List<Line> nearest = nearest(others);
    return showing.show(
        visit,
        Page.Section.OPERATIONS,
        "operations.title",
        "operations",
        new Board(
            waiting,
            isToday.get(true),
            nearest,
            others.size() - nearest.size(),
            lateness.late(),
            ReportTitles.in(workspace, visit.language().locale())));
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

  private List<Line> lines(Map<ClientId, Client> clients) {
    Instant now = workspace.clock().instant();
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    Instant begin = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(ZONES);
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(ZONES);
    Map<String, Schedule> byId = new HashMap<>();
    schedules.all().forEach(schedule -> byId.put(schedule.id(), schedule));
    List<Line> lines = new ArrayList<>();
    for (Occurrence each : occurrences.between(begin, end)) {
      Schedule schedule = byId.get(each.schedule());
      lines.add(
          new Line(
              schedule,
              clients.get(schedule.client()),
              each.period(),
              each.plannedFor(),
              Optional.of(each),
              hoursLeft(each, now)));
    }
    Set<Time> known = lines.stream().map(Time::of).collect(Collectors.toSet());
    byId.values().stream()
        .filter(Schedule::enabled)
        .flatMap(schedule -> toCome(schedule, clients.get(schedule.client()), now, end))
        .filter(line -> !known.contains(Time.of(line)))
        .forEach(lines::add);
    return lines.stream()
        .filter(line -> line.isIn(YearMonth.from(today(line.client()))))
        .sorted(Comparator.comparing(Line::at))
        .toList();
  }

  private static Stream<Line> toCome(Schedule schedule, Client client, Instant now, Instant end) {
    ZoneId zone = client.zone();
    return schedule.next(MOST, now, zone).stream()
        .takeWhile(time -> time.at().isBefore(end))
        .map(
            time ->
                new Line(
                    schedule,
                    client,
                    time.period(),
                    time.at(),
                    Optional.empty(),
                    Optional.empty()));
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
