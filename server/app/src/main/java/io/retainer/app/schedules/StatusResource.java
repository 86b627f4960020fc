package io.retainer.app.schedules;

import io.retainer.app.shell.Public;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Whether reports go out in time, for a monitor without an account. It is not a part of the health
 * check that supervisors restart servers by: no restart makes up for what stands still.
 */
@Path("/status")
@Produces(MediaType.APPLICATION_JSON)
public final class StatusResource {

  private final Lateness lateness;

  public StatusResource(Lateness lateness) {
    this.lateness = lateness;
  }

  /** 200 and {@code UP}, or 503 and {@code DOWN} with how many things are late. */
  @GET
  @Public
  public Response status() {
    int late = lateness.schedules().size();
    return Response.status(late == 0 ? 200 : 503)
        .entity(Json.text(Json.object().put("status", late == 0 ? "UP" : "DOWN").put("late", late)))
        .build();
  }
}
