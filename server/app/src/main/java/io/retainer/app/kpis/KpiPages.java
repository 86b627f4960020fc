package io.retainer.app.kpis;

import io.retainer.app.reports.ReportTitles;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiHistory.Version;
import io.retainer.kpi.KpiScriptCheck.Example;
import io.retainer.kpi.TextDiff;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One KPI: what it means, what it is made of, who uses it, and how it came to be. */
@Path("/kpis/{kpi}")
public final class KpiPages {

  private final Workspace workspace;
  private final Pages pages;

  public KpiPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /** A version with what it changed: lines as of a diff, none for the first one. */
  public record Change(Version version, boolean isFirst, List<String> lines) {}

  /** An example as written, and whether it holds. */
  public record Shown(Example example, String text) {}

  /**
   * What the page shows.
   *
   * @param saved the version that was saved just now; may be empty
   * @param madeOf other KPIs that it is made of
   * @param partOf other KPIs that are made of it
   * @param reports titles of those that show it, the agency's and then those that a client has in a
   *     version of its own
   */
  public record Reference(
      KpiDefinition kpi,
      String saved,
      String stage,
      List<Shown> examples,
      List<KpiDescriptor> madeOf,
      List<KpiDescriptor> partOf,
      List<String> reports,
      List<Change> changes,
      Locale locale,
      ZoneId zone) {

    public KpiDescriptor of() {
      return kpi.descriptor();
    }

    public Instant at(Change change) {
      return change.version().at();
    }
  }

  @GET
  @Requires(Role.VIEWER)
  public Response show(
      @PathParam("kpi") String id,
      @QueryParam("saved") String saved,
      @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Reference view = inForce(id, saved == null ? "" : saved, visit.language().locale());
    return pages.show(visit, Page.Section.KPIS, "kpis.title", "kpi", view);
  }

  Reference inForce(String id, String saved, Locale locale) {
    List<KpiDefinition> all = workspace.scripts().definitions();
    KpiDefinition kpi = named(all, id);
    KpiId own = kpi.descriptor().id();
    return new Reference(
        kpi,
        saved.equals(kpi.descriptor().version()) ? saved : "",
        Stages.of(kpi),
        examples(kpi, workspace.scripts().examples(own)),
        descriptors(all.stream().filter(other -> names(kpi, other)).toList()),
        descriptors(all.stream().filter(other -> names(other, kpi)).toList()),
        reports(own, locale),
        changes(workspace.history().of(own)),
        locale,
        workspace.clock().getZone());
  }

  /** Definitions name others as {@code kpi('area.name')}, in either kind of quotes. */
  private static boolean names(KpiDefinition one, KpiDefinition other) {
    String id = other.descriptor().id().value();
    return one != other
        && (one.text().contains("kpi('" + id + "')") || one.text().contains("kpi(\"" + id + "\")"));
  }

  private static List<KpiDescriptor> descriptors(List<KpiDefinition> kpis) {
    return kpis.stream().map(KpiDefinition::descriptor).toList();
  }

  private List<String> reports(KpiId kpi, Locale locale) {
    ReportTitles titles = ReportTitles.in(workspace, locale);
    Set<String> ofAgency = showing(workspace.reports().templates(), kpi);
    Map<ClientId, String> seen =
        workspace.clients().all().stream().collect(Collectors.toMap(Client::id, Client::name));
    Stream<String> ofClients =
        workspace.reports().clientsWithTemplates().stream()
            .filter(seen::containsKey)
            .flatMap(
                client ->
                    showing(workspace.reports().templates(client), kpi).stream()
                        .filter(report -> !ofAgency.contains(report))
                        .map(report -> titles.of(report) + " (" + seen.get(client) + ")"));
    return Stream.concat(ofAgency.stream().map(titles::of), ofClients).sorted().toList();
  }

  private static Set<String> showing(List<ReportTemplate> templates, KpiId kpi) {
    return templates.stream()
        .filter(
            template ->
                template.definition().kpis().stream().anyMatch(line -> line.value().equals(kpi)))
        .map(ReportTemplate::id)
        .collect(Collectors.toSet());
  }

  /** Each with its lines of the definition: up to the next example, or the end. */
  private static List<Shown> examples(KpiDefinition kpi, List<Example> examples) {
    List<String> lines = kpi.text().lines().toList();
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      int from = examples.get(i).line() - kpi.line();
      int to = i + 1 < examples.size() ? examples.get(i + 1).line() - kpi.line() : lines.size() - 1;
      boolean isThere = from >= 0 && from < to && to <= lines.size();
      String text = isThere ? String.join("\n", lines.subList(from, to)) : "";
      shown.add(new Shown(examples.get(i), text.stripIndent().strip()));
    }
    return shown;
  }

  /** The last one first. */
  private static List<Change> changes(List<Version> versions) {
    List<Change> changes = new ArrayList<>();
    for (int i = versions.size() - 1; i >= 0; i--) {
      Version version = versions.get(i);
      changes.add(
          new Change(
              version,
              i == 0,
              i == 0 ? List.of() : TextDiff.lines(versions.get(i - 1).text(), version.text())));
    }
    return changes;
  }

  private static KpiDefinition named(List<KpiDefinition> all, String id) {
    KpiId asked = Input.value(id, KpiId::new);
    return all.stream()
        .filter(kpi -> kpi.descriptor().id().equals(asked))
        .findFirst()
        .orElseThrow(() -> Problem.missing("There is no KPI \"" + id + "\"."));
  }
}
