package io.retainer.app.destinations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.deliveries.Transport.Outcome;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.contract.DestinationJson;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.destinations.WantedDestination;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Where reports go besides mailboxes, for programs. */
@Path("/api/v1/destinations")
@Produces(MediaType.APPLICATION_JSON)
public final class DestinationsApi {

  private final DestinationDesk desk;

  public DestinationsApi(DestinationDesk desk) {
    this.desk = desk;
  }

  @GET
  @Requires(Role.MANAGER)
  public String list() {
    return Json.text(Json.array(desk.list(), DestinationsApi::json));
  }

  /**
   * With {@code dry-run=true} everything is looked at, and nothing is kept. An SFTP server for
   * which no host key is given is asked for its key, and the answer is 422 with it.
   */
  @POST
  @OfAllClients
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String add(
      @QueryParam("dry-run") boolean isDryRun, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    String name = input.required("name");
    String kind = input.required("kind");
    String target = input.required("target");
    String secret = input.required("secret");
    List<String> clients = input.texts("clients");
    List<String> hostKeys = input.texts("hostKeys");
    input.check();
    var wanted =
        new WantedDestination(name, DestinationDesk.kind(kind), target, clients, hostKeys, secret);
    try {
      return Json.text(
          json(isDryRun ? desk.check(wanted) : desk.add(wanted, Visit.of(security).getName())));
    } catch (DestinationDesk.UnconfirmedKeyException e) {
      throw Problem.impossible(e.getMessage() + ".");
    }
  }

  /** Sends something that is no report, as a report would go. */
  @POST
  @Path("{recipient}/test")
  @OfAllClients
  @Requires(Role.MANAGER)
  public String test(@PathParam("recipient") String recipient, @Context SecurityContext security) {
    Outcome outcome = desk.test(recipient, Visit.of(security).language());
    return Json.text(Json.object().put("outcome", outcome.word()).put("answer", outcome.answer()));
  }

  @POST
  @Path("{recipient}/pause")
  @OfAllClients
  @Requires(Role.MANAGER)
  public String pause(@PathParam("recipient") String recipient, @Context SecurityContext security) {
    return Json.text(json(desk.pause(recipient, Visit.of(security).getName())));
  }

  @POST
  @Path("{recipient}/resume")
  @OfAllClients
  @Requires(Role.MANAGER)
  public String resume(@PathParam("recipient") String recipient) {
    return Json.text(json(desk.resume(recipient)));
  }

  /** 409 names the schedules that send there; with {@code force=true} it goes all the same. */
  @DELETE
  @Path("{recipient}")
  @OfAllClients
  @Requires(Role.OWNER)
  public Response remove(
      @PathParam("recipient") String recipient, @QueryParam("force") boolean isForced) {
    try {
      desk.remove(recipient, isForced);
      return Response.noContent().build();
    } catch (DestinationDesk.InUseException e) {
      throw Problem.conflict(e.getMessage() + " (force=true).");
    }
  }

  private static ObjectNode json(DestinationDesk.Line line) {
    return DestinationJson.of(
        line.known(), line.clients().stream().map(each -> each.id().value()).toList());
  }
}
