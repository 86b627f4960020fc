package io.retainer.app.search;

import io.retainer.app.kpis.KpisPages;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.schedules.Schedule;
import io.retainer.app.schedules.Schedules;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Sought;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One field for all that has a name: clients, reports, schedules and KPIs. */
@Path("/search")
public final class SearchPages {

  /** Of each kind. */
  private static final int SHOWN = 20;

  private final Workspace workspace;
  private final Runs runs;
  private final RunSteps steps;
  private final Schedules schedules;
  private final Pages pages;

  public SearchPages(
      Workspace workspace, Runs runs, RunSteps steps, Schedules schedules, Pages pages) {
    this.workspace = workspace;
    this.runs = runs;
    this.steps = steps;
    this.schedules = schedules;
    this.pages = pages;
  }

  /**
   * The first of one kind.
   *
   * @param isMore whether there are others, which are not shown
   */
  public record Hits<T>(List<T> shown, boolean isMore) {

    static <T> Hits<T> of(List<T> all) {
      return new Hits<>(all.subList(0, Math.min(all.size(), SHOWN)), all.size() > SHOWN);
    }

    public boolean isEmpty() {
      return shown.isEmpty();
    }
  }

  /**
   * @param waiting ids of those runs that wait for somebody's decision
   */
  public record Found(
      String asked,
      Hits<Client> clients,
      Hits<Run> runs,
      Set<String> waiting,
      Hits<Schedule> schedules,
      Hits<KpiDescriptor> kpis,
      Map<ClientId, Client> byId,
      ReportTitles titles,
      Locale locale) {

    public boolean isEmpty() {
      return clients.isEmpty() && runs.isEmpty() && schedules.isEmpty() && kpis.isEmpty();
    }
  }

  @GET
  @Requires(Role.VIEWER)
  public Response search(@QueryParam("q") String typed, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Locale locale = visit.language().locale();
    Sought sought = Sought.of(typed);
    return pages.show(
        visit,
        Page.Section.NONE,
        "search.title",
        "search",
        sought.isNothing() ? Optional.empty() : Optional.of(found(sought, locale)));
  }

  Found found(Sought sought, Locale locale) {
    Map<ClientId, Client> byId = new LinkedHashMap<>();
    workspace.clients().all().forEach(client -> byId.put(client.id(), client));
    ReportTitles titles = ReportTitles.in(workspace, locale);
    Hits<Run> reports = reports(sought, byId.values(), titles, locale);
    return new Found(
        sought.asked(),
        clients(sought, byId.values()),
        reports,
        steps.waiting(reports.shown()),
        schedules(sought, byId, titles),
        kpis(sought),
        byId,
        titles,
        locale);
  }

  private static Hits<Client> clients(Sought sought, Collection<Client> all) {
    return Hits.of(
        all.stream().filter(client -> sought.fits(client.name(), client.id().value())).toList());
  }

  private Hits<Run> reports(
      Sought sought, Collection<Client> clients, ReportTitles titles, Locale locale) {
    List<Period> periods = runs.periods();
    List<Runs.Meaning> meanings =
        sought.words().stream()
            .map(
                word ->
                    new Runs.Meaning(
                        clients.stream()
                            .filter(client -> Sought.isIn(word, client.name(), client.id().value()))
                            .map(client -> client.id().value())
                            .toList(),
                        titles.byId().entrySet().stream()
                            .filter(report -> Sought.isIn(word, report.getKey(), report.getValue()))
                            .map(Map.Entry::getKey)
                            .toList(),
                        periods.stream()
                            .filter(period -> isOf(word, period, locale))
                            .map(Period::toString)
                            .toList()))
            .toList();
    return Hits.of(runs.meant(meanings, SHOWN + 1));
  }

  /** A month by its name alone, and as it stands in a date. */
  private static boolean isOf(String word, Period period, Locale locale) {
    String alone = Formats.of(locale).periodTitle(period);
    return Sought.isIn(word, period.toString(), alone, inADate(period, locale));
  }

  private static String inADate(Period period, Locale locale) {
    return period.kind() == Period.Kind.MONTH
        ? period.span().start().getMonth().getDisplayName(TextStyle.FULL, locale)
        : "";
  }

  private Hits<Schedule> schedules(Sought sought, Map<ClientId, Client> byId, ReportTitles titles) {
    return Hits.of(
        schedules.all().stream()
            .filter(each -> byId.containsKey(each.client()))
            .filter(
                each ->
                    sought.fits(
                        byId.get(each.client()).name(),
                        each.client().value(),
                        each.report(),
                        titles.of(each.report())))
            .toList());
  }

  private Hits<KpiDescriptor> kpis(Sought sought) {
    return Hits.of(
        KpisPages.found(workspace.scripts().definitions(), sought).values().stream()
            .flatMap(List::stream)
            .toList());
  }
}
