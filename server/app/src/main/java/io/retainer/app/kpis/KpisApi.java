package io.retainer.app.kpis;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.kpi.KpiProblem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.target.Assessment;
import io.retainer.model.time.ComparedPeriod;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.KpiJson;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** KPIs and their values for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class KpisApi {

  private final Workspace workspace;

  public KpisApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Path("kpis")
  @Requires(Role.VIEWER)
  public String catalogue() {
    return Json.text(Json.array(workspace.kpis().catalogue(), KpiJson::of));
  }

  /**
   * What is wrong with the scripts on disk; the last good version of each stays in force. One that
   * is being checked is not without problems: it says so.
   */
  @GET
  @Path("kpi-problems")
  @Requires(Role.VIEWER)
  public String problems() {
    List<KpiProblem> problems = new ArrayList<>(workspace.scripts().problems());
    workspace
        .scripts()
        .beingTried()
        .forEach(
            script ->
                problems.add(
                    new KpiProblem(script, 0, 0, "is being checked", "ask again in some seconds")));
    return Json.text(Json.array(problems, KpisApi::json));
  }

  @GET
  @Path("clients/{client}/kpis")
  @Requires(Role.VIEWER)
  public String values(
      @PathParam("client") String clientId,
      @QueryParam("period") String period,
      @QueryParam("kpi") List<String> ids,
      @QueryParam("compare") List<String> compare) {
    Period over = KpiQuery.period(period);
    Client client = workspace.clients().named(Input.value(clientId, ClientId::new));
    Kpis kpis = workspace.kpis();
    List<KpiId> asked =
        ids.isEmpty()
            ? kpis.catalogue().stream().map(KpiDescriptor::id).toList()
            : KpiQuery.kpis(ids);
    List<Comparison> comparisons =
        compare.isEmpty()
            ? List.of(Comparison.PREVIOUS, Comparison.LAST_YEAR)
            : compare.stream()
                .flatMap(words -> Stream.of(words.split(",")))
                .map(word -> Input.value(word, Comparison::parse))
                .distinct()
                .toList();
    LocalDate today = LocalDate.now(workspace.clock().withZone(client.zone()));
    ComparedPeriod compared = ComparedPeriod.of(over, comparisons, today);
    List<KpiFigure> figures = Input.value(period, text -> kpis.figures(client, compared, asked));
    Map<KpiId, Assessment> targets = workspace.targets().assess(client, figures, today);
    return Json.text(
        Json.array(
            figures, one -> KpiJson.of(one, Optional.ofNullable(targets.get(one.kpi().id())))));
  }

  static com.fasterxml.jackson.databind.JsonNode json(KpiProblem problem) {
    return Json.object()
        .put("file", problem.file())
        .put("line", problem.line())
        .put("column", problem.column())
        .put("message", problem.message())
        .put("advice", problem.advice());
  }
}
