package io.retainer.app.groups;

import io.retainer.app.kpis.Stages;
import io.retainer.app.shell.Download;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.kpi.RolledUp;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.workspace.ClientGroup;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A group: the KPIs of each of its clients beside each other, and of the whole. */
@Path("/groups")
public final class GroupPages {

  private final Workspace workspace;
  private final GroupFigures figures;
  private final Pages pages;

  public GroupPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.figures = new GroupFigures(workspace);
    this.pages = pages;
  }

  /**
   * @param period as typed
   * @param comparedWith the period that changes are against; empty when there is none
   * @param shows what can be chosen to be shown
   * @param wrong what to correct, in English as the API says it; empty when nothing is
   */
  public record Board(
      ClientGroup group,
      GroupQuery asked,
      Period usual,
      String period,
      Comparison comparison,
      Optional<Period> comparedWith,
      List<String> shows,
      String show,
      GroupTable table,
      String wrong) {

    public List<Comparison> comparisons() {
      return List.of(Comparison.values());
    }

    public boolean isSortedBy(GroupTable.Column column) {
      return asked.sort().filter(column.id()::equals).isPresent();
    }

    public boolean isAscending() {
      return asked.isAscending();
    }

    public String byName() {
      return asked.byName(usual);
    }

    public String sortedBy(GroupTable.Column column) {
      return asked.sortedBy(column.id(), usual);
    }
  }

  @GET
  @Path("{group}")
  @Requires(Role.VIEWER)
  public Response board(
      @PathParam("group") String id,
      @BeanParam GroupQuery asked,
      @Context SecurityContext security) {
    ClientGroup group = GroupsPages.named(workspace, id);
    Visit visit = Visit.of(security);
    try {
      return pages.show(
          visit, Page.Section.CLIENTS, "groups.one", "group", view(group, asked, visit));
    } catch (Problem e) {
      return pages.showAgain(
          visit, Page.Section.CLIENTS, "groups.one", "group", wrong(group, asked, e));
    }
  }

  private Board view(ClientGroup group, GroupQuery asked, Visit visit) {
    Period usual = figures.usual();
    Period period = asked.period(usual);
    Comparison comparison = asked.comparison();
    Locale locale = visit.language().locale();
    List<RolledUp> rolledUp =
        figures.of(group, period, List.of(comparison), figures.shown(asked.show()));
    ComparedPeriod compared = figures.compared(group, period, List.of(comparison));
    return new Board(
        group,
        asked,
        usual,
        asked.typedPeriod(usual),
        comparison,
        compared.bases().stream().findFirst().map(base -> base.period()),
        shows(),
        asked.show(),
        GroupTable.of(group.members(), rolledUp, asked.sort(), asked.isAscending(), locale),
        "");
  }

  private Board wrong(ClientGroup group, GroupQuery asked, Problem problem) {
    Period usual = figures.usual();
    return new Board(
        group,
        new GroupQuery(),
        usual,
        asked.typedPeriod(usual),
        Comparison.PREVIOUS,
        Optional.empty(),
        shows(),
        GroupQuery.MAIN,
        new GroupTable(List.of(), List.of(), List.of()),
        problem.getMessage());
  }

  private static List<String> shows() {
    List<String> shows = new ArrayList<>(List.of(GroupQuery.MAIN));
    shows.addAll(Stages.ALL);
    return shows;
  }

  /** The same figures, for a spreadsheet. */
  @GET
  @Path("{group}/csv")
  @Download
  @Requires(Role.VIEWER)
  public Response csv(
      @PathParam("group") String id,
      @BeanParam GroupQuery asked,
      @Context SecurityContext security) {
    ClientGroup group = GroupsPages.named(workspace, id);
    Period period = asked.period(figures.usual());
    String table =
        GroupCsv.of(
            group.name(),
            group.members(),
            figures.of(group, period, List.of(asked.comparison()), figures.shown(asked.show())),
            Visit.of(security).language().locale());
    return Response.ok(table)
        .type("text/csv;charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"group-" + period + ".csv\"")
        .build();
  }
}
