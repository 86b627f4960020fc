package io.retainer.app.clients;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.target.Target;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.WrittenTarget;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.TargetJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What a client's KPIs have to be, for programs. */
@Path("/api/v1/clients/{client}/targets")
@Produces(MediaType.APPLICATION_JSON)
public final class TargetsApi {

  private final Workspace workspace;

  public TargetsApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Requires(Role.VIEWER)
  public String list(@PathParam("client") String client) {
    Kpis kpis = workspace.kpis();
    return Json.text(
        Json.array(
            workspace.targets().of(named(client).id()),
            target -> TargetJson.of(target, unit(target, kpis))));
  }

  /** Sets one in the place of that of the same KPI, kind of period and first day. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String set(@PathParam("client") String client, String body) {
    Client owner = named(client);
    JsonInput input = JsonInput.parse(body);
    var written =
        new WrittenTarget(
            input.required("kpi"),
            input.required("period"),
            input.required("goal"),
            input.text("from").orElse(""));
    input.mayHave("low", "high", "currency");
    input.check();
    Kpis kpis = workspace.kpis();
    Target target = Input.value("", nothing -> written.read(owner, kpis));
    workspace.targets().set(owner.id(), target);
    return Json.text(TargetJson.of(target, unit(target, kpis)));
  }

  @DELETE
  @Path("{kpi}/{period}")
  @Requires(Role.MANAGER)
  public Response remove(
      @PathParam("client") String client,
      @PathParam("kpi") String kpi,
      @PathParam("period") String period,
      @QueryParam("from") @DefaultValue("") String from) {
    int removed =
        workspace
            .targets()
            .remove(
                named(client).id(),
                Input.value(kpi, KpiId::new),
                Input.value(period, Target::kind),
                Input.value(from, WrittenTarget::first));
    if (removed == 0) {
      throw Problem.missing(
          "The client has no target of %s for each %s%s."
              .formatted(kpi, period, from.isBlank() ? "" : " from " + from));
    }
    return Response.noContent().build();
  }

  private Client named(String client) {
    return workspace.clients().named(Input.value(client, ClientId::new));
  }

  private static KpiUnit unit(Target target, Kpis kpis) {
    return kpis.find(target.kpi()).map(KpiDescriptor::unit).orElse(KpiUnit.RATIO);
  }
}
