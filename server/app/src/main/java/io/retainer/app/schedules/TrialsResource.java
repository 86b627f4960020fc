package io.retainer.app.schedules;

import io.retainer.app.deliveries.CopiesApi;
import io.retainer.app.deliveries.Copy;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.time.Period;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** A schedule tried out, for programs. */
@Path("/api/v1/schedules/{id}/test")
@Produces(MediaType.APPLICATION_JSON)
public final class TrialsResource {

  private final Trials trials;

  public TrialsResource(Trials trials) {
    this.trials = trials;
  }

  /**
   * Makes a period's report as its recipients would get it now and sends it to one of the agency's
   * own, marked as a test: {@code {"to": "anna@agency.example", "period": "2026-10"}}, both
   * optional. Answers 202 with the copy; {@code GET /api/v1/runs/{run}/test} says what became of
   * it.
   */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response send(@PathParam("id") String id, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    String to = input.text("to").orElse("");
    Optional<Period> period = input.read(input.text("period").orElse(""), Period::parse);
    input.check();
    try {
      Copy copy = trials.test(id, period, Visit.of(security).getName(), to);
      return Response.accepted(Json.text(CopiesApi.json(copy))).build();
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage() + ".");
    } catch (Refusal e) {
      throw SchedulesResource.problem(e);
    }
  }
}
