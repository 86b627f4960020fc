package io.retainer.app.gates;

import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** How much gates matter to the agency, where a client or schedule says nothing, for programs. */
@OfAllClients
@Path("/api/v1/agency-gates")
@Produces(MediaType.APPLICATION_JSON)
public final class AgencyGatesApi {

  private final GateSettings settings;

  public AgencyGatesApi(GateSettings settings) {
    this.settings = settings;
  }

  /** Levels and limits, as {@code /api/v1/gates/client/{id}} shows them. */
  @GET
  @Requires(Role.MANAGER)
  public String levels() {
    return Json.text(settings.json(GateLevels.Owner.AGENCY, Optional.empty(), GateLevels.AGENCY));
  }

  /** Says all levels and limits anew: {@code {"step": "hold", "step-factor": "2.5"}}. */
  @PUT
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String set(String body, @Context SecurityContext security) {
    settings.set(
        GateLevels.Owner.AGENCY,
        GateLevels.AGENCY,
        JsonInput.parse(body),
        Visit.of(security).getName());
    return levels();
  }
}
