package io.retainer.app.overview;

import io.retainer.app.access.Accounts;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.Runs;
import io.retainer.app.schedules.Occurrences;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.rendering.words.Formats;
import io.retainer.spi.DateSpan;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.SeriesCoverage;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The page of one client: what is there, and what was made of it. */
@Path("/")
public final class OneClientPages {

  private static final int SHOWN = 10;

  private final Workspace workspace;
  private final Runs runs;
  private final Occurrences occurrences;
  private final Accounts accounts;
  private final Pages pages;

  public OneClientPages(Workspace workspace, Runs runs, Occurrences occurrences, Pages pages) {
    this.workspace = workspace;
    this.runs = runs;
    this.occurrences = occurrences;
    this.accounts = new Accounts(() -> workspace.state().jdbi(), workspace.clock());
    this.pages = pages;
  }

  /** What is there from one source: its datasets are one line. */
  public record Source(
      String source, String account, DateSpan span, long rows, Instant lastImport) {}

  /**
   * @param people who may see it; told to those who manage
   */
  public record OneClient(
      Client client,
      List<Source> sources,
      List<ImportBatch> imports,
      List<Run> runs,
      Set<String> waiting,
      ReportTitles titles,
      List<Account> people) {}

  @GET
  @Path("clients/{client}")
  @Requires(Role.VIEWER)
  public Response client(@PathParam("client") String id, @Context SecurityContext security) {
    Client client = workspace.clients().named(Input.value(id, ClientId::new));
    Visit visit = Visit.of(security);
    return pages.show(
        visit,
        Page.Section.CLIENTS,
        "clients.one",
        "client",
        new OneClient(
            client,
            sources(
                workspace.warehouse().coverage(client.id()), Formats.of(visit.language().locale())),
            workspace.warehouse().batches(client.id()).stream().limit(SHOWN).toList(),
            runs.latest(Optional.of(client.id()), Optional.empty(), SHOWN),
            OverviewPages.waiting(occurrences.underReview()),
            ReportTitles.in(workspace, visit.language().locale()),
            visit.mayManage() ? accounts.whoSees(client.id()) : List.of()));
  }

  private List<Source> sources(List<SeriesCoverage> coverage, Formats formats) {
    Map<String, Source> sources = new TreeMap<>();
    for (SeriesCoverage series : coverage) {
      for (DateSpan span : series.spans()) {
        var source =
            new Source(
                formats.source(series.source(), workspace.sourceTitle(series.source())),
                account(series),
                span,
                series.rows(),
                series.lastImport());
        sources.merge(series.source() + "\n" + series.account(), source, OneClientPages::joined);
      }
    }
    return List.copyOf(sources.values());
  }

  /** Many exports name no account; their connectors then put the source's own id there. */
  private static String account(SeriesCoverage series) {
    return Formats.isNamed(series.source(), series.account()) ? series.account() : "";
  }

  private static Source joined(Source one, Source other) {
    return new Source(
        one.source(),
        one.account(),
        new DateSpan(
            one.span().start().isBefore(other.span().start())
                ? one.span().start()
                : other.span().start(),
            one.span().end().isAfter(other.span().end()) ? one.span().end() : other.span().end()),
        Math.max(one.rows(), other.rows()),
        one.lastImport().isAfter(other.lastImport()) ? one.lastImport() : other.lastImport());
  }
}
