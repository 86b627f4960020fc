package io.retainer.app.deliveries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;

/** Tests and internal copies of a run, for programs. */
@Path("/api/v1/runs/{id}/test")
@Produces(MediaType.APPLICATION_JSON)
public final class CopiesApi {

  private final CopyDesk desk;

  public CopiesApi(CopyDesk desk) {
    this.desk = desk;
  }

  /**
   * What was sent to the agency's own people, newest first: queued, sending, sent, failed, unknown.
   */
  @GET
  @Requires(Role.MANAGER)
  public String list(@PathParam("id") String id) {
    ObjectNode json = Json.object();
    json.set("copies", Json.array(desk.of(id), CopiesApi::json));
    return Json.text(json);
  }

  /**
   * Sends the run as its recipients would get it, marked as a test: {@code {"to":
   * "anna@agency.example"}}. Without {@code to} it goes to the name of who asks, if that is an
   * address. Answers 202; ask again for what became of it.
   */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response send(@PathParam("id") String id, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    String to = input.text("to").orElse("");
    input.check();
    try {
      Copy copy = desk.test(id, Visit.of(security).getName(), to);
      return Response.accepted(Json.text(json(copy))).build();
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage() + ".");
    }
  }

  /** A copy as programs see it. */
  public static ObjectNode json(Copy copy) {
    return Json.object()
        .put("id", copy.id())
        .put("run", copy.run())
        .put("kind", copy.kind().name().toLowerCase(Locale.ROOT))
        .put("recipient", copy.recipient())
        .put("by", copy.by())
        .put("state", copy.state().word())
        .put("attempts", copy.attempts())
        .put("answer", copy.answer().orElse(null))
        .put("createdAt", copy.created().toString())
        .put("updatedAt", copy.updated().toString());
  }
}
