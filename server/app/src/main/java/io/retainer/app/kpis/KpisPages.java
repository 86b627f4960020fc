package io.retainer.app.kpis;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Sought;
import io.retainer.app.shell.Visit;
import io.retainer.kpi.KpiDefinition;
import io.retainer.kpi.KpiProblem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The catalogue: what each KPI means, what it is worth, what is wrong with the scripts. */
@Path("/kpis")
public final class KpisPages {

  private final Workspace workspace;
  private final Pages pages;

  public KpisPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param asked what is searched for; may be empty
   * @param count of all KPIs there are
   * @param stages those found by the folder of their scripts, in the order of the journey
   * @param beingTried scripts that changed a moment ago, of which nothing can be said yet
   * @param figures by KPI, when a client and a period are chosen
   */
  public record Catalogue(
      String asked,
      int count,
      Map<String, List<KpiDescriptor>> stages,
      List<KpiProblem> problems,
      List<String> beingTried,
      List<Client> clients,
      String client,
      String period,
      String wrong,
      Map<String, KpiFigure> figures,
      Formats formats,
      Locale locale) {}

  /**
   * @param begun id of a KPI that somebody is about to write
   */
  @GET
  @Requires(Role.VIEWER)
  public Response catalogue(
      @QueryParam("q") String words,
      @QueryParam("new") String begun,
      @QueryParam("client") String clientId,
      @QueryParam("period") String periodText,
      @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    if (begun != null) {
      KpiId id = Input.value(begun.strip(), KpiId::new);
      return Response.seeOther(URI.create("/kpis/" + id + "/edit")).build();
    }
    List<KpiDefinition> all = workspace.scripts().definitions();
    Sought sought = Sought.of(words);
    Kpis kpis = workspace.kpis();
    List<Client> clients = workspace.clients().all();
    String period =
        periodText == null
            ? Period.lastClosed(Period.Kind.MONTH, workspace.clock(), zone(clients, clientId))
                .toString()
            : periodText.strip();
    Map<String, KpiFigure> figures = Map.of();
    String wrong = "";
    if (clientId != null && !clientId.isBlank()) {
      try {
        figures = figures(kpis, clientId, period);
      } catch (Problem e) {
        wrong = e.getMessage();
      }
    }
    return pages.show(
        visit,
        Page.Section.KPIS,
        "kpis.title",
        "kpis",
        new Catalogue(
            sought.asked(),
            all.size(),
            found(all, sought),
            workspace.scripts().problems(),
            workspace.scripts().beingTried(),
            clients,
            clientId == null ? "" : clientId,
            period,
            wrong,
            figures,
            Formats.of(visit.language().locale()),
            visit.language().locale()));
  }

  /** Where a month is over: at the client whose values are shown. */
  private ZoneId zone(List<Client> clients, String chosen) {
    return clients.stream()
        .filter(client -> client.id().value().equals(chosen))
        .findFirst()
        .map(Client::zone)
        .orElse(workspace.clock().getZone());
  }

  /**
   * Those that have each of the words in a name, a dataset or a formula, in every language: who
   * reads Russian pages may look for CTR or a dataset's name.
   *
   * @return by the folder of their scripts, in the order of the journey
   */
  public static Map<String, List<KpiDescriptor>> found(List<KpiDefinition> all, Sought sought) {
    Map<String, List<KpiDescriptor>> stages = new LinkedHashMap<>();
    Stages.ALL.forEach(stage -> stages.put(stage, new ArrayList<>()));
    stages.put(Stages.OTHER, new ArrayList<>());
    all.stream()
        .filter(kpi -> fits(sought, kpi.descriptor()))
        .forEach(kpi -> stages.get(Stages.of(kpi)).add(kpi.descriptor()));
    stages.values().removeIf(List::isEmpty);
    return stages;
  }

  private static boolean fits(Sought sought, KpiDescriptor kpi) {
    return sought.fits(
        kpi.id().value(),
        String.join("\n", kpi.title().values()),
        String.join("\n", kpi.about().values()),
        kpi.dataset(),
        kpi.formula());
  }

  private Map<String, KpiFigure> figures(Kpis kpis, String clientId, String periodText) {
    Client client = workspace.clients().named(Input.value(clientId, ClientId::new));
    Period period = Input.value(periodText, Period::parse);
    Map<String, KpiFigure> figures = new java.util.HashMap<>();
    LocalDate today = LocalDate.now(workspace.clock().withZone(client.zone()));
    ComparedPeriod compared = ComparedPeriod.of(period, List.of(Comparison.PREVIOUS), today);
    kpis.figures(client, compared, kpis.catalogue().stream().map(KpiDescriptor::id).toList())
        .forEach(figure -> figures.put(figure.kpi().id().value(), figure));
    return figures;
  }
}
