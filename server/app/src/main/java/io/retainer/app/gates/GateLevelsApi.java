package io.retainer.app.gates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.reports.GateLevel;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How much gates matter to a client or a schedule, for programs. */
@Path("/api/v1/gates/{owner}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public final class GateLevelsApi {

  private final GateOwners owners;
  private final Gates gates;
  private final GateLevels levels;

  public GateLevelsApi(GateOwners owners, Gates gates, GateLevels levels) {
    this.owners = owners;
    this.gates = gates;
    this.levels = levels;
  }

  /**
   * The level of each gate: {@code {"step": {"level": "hold", "usual": "warn", "own": true}}}; own
   * when it was said for this client or schedule.
   */
  @GET
  @Requires(Role.VIEWER)
  public String levels(@PathParam("owner") String owner, @PathParam("id") String id) {
    GateLevels.Owner kind = GateOwners.owner(owner);
    return Json.text(json(kind, owners.client(kind, id), id));
  }

  /**
   * Says all levels anew: {@code {"step": "off", "data": "hold"}}. A gate that is not named has its
   * usual level again, for a schedule that of its client.
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
    JsonInput input = JsonInput.parse(body);
    Map<String, GateLevel> wanted = new LinkedHashMap<>();
    for (String gate : gates.usual().keySet()) {
      input
          .text(gate)
          .flatMap(word -> input.read(word, GateLevel::of))
          .ifPresent(level -> wanted.put(gate, level));
    }
    input.check();
    levels.set(kind, id, wanted, Visit.of(security).getName());
    return Json.text(json(kind, client, id));
  }

  private ObjectNode json(GateLevels.Owner kind, Client client, String id) {
    Map<String, GateLevel> own = levels.of(kind, id);
    Map<String, GateLevel> inForce =
        levels.inForce(
            gates.usual(),
            client.id(),
            Optional.of(id).filter(any -> kind == GateLevels.Owner.SCHEDULE));
    ObjectNode json = Json.object();
    gates
        .usual()
        .forEach(
            (gate, usual) ->
                json.set(
                    gate,
                    Json.object()
                        .put("level", inForce.get(gate).word())
                        .put("usual", usual.word())
                        .put("own", own.containsKey(gate))));
    return json;
  }
}
