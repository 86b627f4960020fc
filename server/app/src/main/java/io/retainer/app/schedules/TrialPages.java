package io.retainer.app.schedules;

import io.retainer.app.deliveries.Copy;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Optional;

/** A schedule tried out from its page: the report of the last closed period, to oneself. */
@Path("/schedules/{id}/test")
public final class TrialPages {

  private final Trials trials;

  public TrialPages(Trials trials) {
    this.trials = trials;
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(@PathParam("id") String id, String body, @Context SecurityContext security) {
    try {
      Copy copy =
          trials.test(
              id, Optional.empty(), Visit.of(security).getName(), Form.parse(body).text("to"));
      return Response.seeOther(URI.create("/reports/" + copy.run() + "/test")).build();
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage() + ".");
    } catch (Refusal e) {
      throw SchedulesResource.problem(e);
    }
  }
}
