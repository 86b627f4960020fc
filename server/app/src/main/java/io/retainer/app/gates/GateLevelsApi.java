package io.retainer.app.gates;

import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** How much gates matter to a client or a schedule, for programs. */
@Path("/api/v1/gates/{owner}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class GateLevelsApi {

  private final GateOwners owners;
  private final GateSettings settings;

  public GateLevelsApi(GateOwners owners, GateSettings settings) {
    this.owners = owners;
    this.settings = settings;
  }

  /**
   * The level of each gate: {@code {"step": {"level": "hold", "usual": "warn", "own": true}}}; own
   * when it was said for this client or schedule. So are the limits: {@code {"patience-hours":
   * {"value": 48, "usual": 72, "own": true}, "late-hours": {…}, "step-factor": {…}}}.
   */
  @GET
  @Requires(Role.VIEWER)
  public String levels(@PathParam("owner") String owner, @PathParam("id") String id) {
    GateLevels.Owner kind = GateOwners.owner(owner);
    Client client = owners.client(kind, id);
    return Json.text(settings.json(kind, Optional.of(client.id()), id));
  }

  /**
   * Says all levels anew: {@code {"step": "off", "data": "hold", "patience-hours": "48",
   * "step-factor": "2.5"}}. What is not named is as usual again: as its client has it, as the
   * agency has it, or as it comes.
   */
  @PUT
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String set(
      @PathParam("owner") String owner,
      @PathParam("id") String id,
      String body,
      @Context SecurityContext security) {
    GateLevels.Owner kind = GateOwners.owner(owner);
    Client client = owners.client(kind, id);
    settings.set(kind, id, JsonInput.parse(body), Visit.of(security).getName());
    return Json.text(settings.json(kind, Optional.of(client.id()), id));
  }
}
