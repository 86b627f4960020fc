package io.retainer.app.schedules;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All schedules in the browser, or those that were just saved together. */
@Path("/schedules")
public final class BoardPages {

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final ScheduleDesk desk;
  private final TableDesk table;
  private final Pages pages;

  public BoardPages(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      ScheduleDesk desk,
      TableDesk table,
      Pages pages) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.desk = desk;
    this.table = table;
    this.pages = pages;
  }

  /**
   * A schedule with its next time and what it issued last.
   *
   * @param next of a paused one, if it were resumed now
   */
  public record Line(
      Schedule schedule, Client client, Optional<Schedule.Time> next, Optional<Occurrence> last) {}

  /**
   * @param saved the table, or form for many clients, whose schedules alone are shown
   */
  public record Board(
      List<Line> lines, Optional<SavedTable> saved, ReportTitles titles, int clients) {

    public boolean hasActive() {
      return lines.stream().anyMatch(line -> line.schedule().enabled());
    }

    public boolean hasPaused() {
      return lines.stream().anyMatch(line -> !line.schedule().enabled());
    }
  }

  /**
   * @param id of a saved table; all schedules without it, or when it is none of the latest
   */
  @GET
  @Requires(Role.VIEWER)
  public Response board(@QueryParam("saved") String id, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Optional<SavedTable> saved =
        Optional.ofNullable(id).filter(each -> visit.mayManage()).flatMap(table::saved);
    Map<ClientId, Client> clients = desk.clients();
    List<Schedule> shown = saved.map(table::of).orElseGet(schedules::all);
    Map<String, List<Schedule.Time>> next = desk.comingOfEach(shown, clients, 1);
    Map<String, Occurrence> latest = occurrences.latestOfEach();
    List<Line> lines =
        shown.stream()
            .map(
                schedule ->
                    new Line(
                        schedule,
                        clients.get(schedule.client()),
                        next.get(schedule.id()).stream().findFirst(),
                        Optional.ofNullable(latest.get(schedule.id()))))
            .toList();
    return pages.show(
        visit,
        Page.Section.SCHEDULES,
        "schedules.title",
        "schedules",
        new Board(
            lines, saved, ReportTitles.in(workspace, visit.language().locale()), clients.size()));
  }
}
