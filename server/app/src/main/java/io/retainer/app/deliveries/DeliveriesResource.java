package io.retainer.app.deliveries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What was sent, for programs. A delivery is queued, sending, sent, failed, bounced or unknown. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveriesResource {

  private final Deliveries deliveries;
  private final Postman postman;

  public DeliveriesResource(Deliveries deliveries, Postman postman) {
    this.deliveries = deliveries;
    this.postman = postman;
  }

  /** The latest deliveries, newest first. */
  @GET
  @Requires(Role.VIEWER)
  public String list(
      @QueryParam("client") String client,
      @QueryParam("run") String run,
      @QueryParam("state") String state,
      @QueryParam("limit") @DefaultValue("200") String limit) {
    var filter =
        new Deliveries.Filter(
            Optional.ofNullable(client).map(DeliveriesResource::clientId),
            Optional.ofNullable(run),
            Optional.ofNullable(state).map(DeliveriesResource::state),
            Input.limit(limit));
    ObjectNode json = Json.object();
    json.set("deliveries", Json.array(deliveries.list(filter), DeliveriesResource::json));
    return Json.text(json);
  }

  @GET
  @Path("/{id}")
  @Requires(Role.VIEWER)
  public String one(@PathParam("id") String id) {
    return Json.text(json(existing(id)));
  }

  /**
   * Sends a mail again that failed, came back or may not have arrived, under its old Message-ID.
   */
  @POST
  @Path("/{id}/retry")
  @Requires(Role.MANAGER)
  public Response retry(@PathParam("id") String id) {
    Delivery delivery = existing(id);
    if (!retried(postman, id)) {
      throw Problem.conflict(
          "Delivery "
              + id
              + " is "
              + delivery.state().word()
              + "; only a failed, bounced or unknown one is retried.");
    }
    return Response.accepted(Json.text(json(existing(id)))).build();
  }

  static boolean retried(Postman postman, String id) {
    try {
      return postman.retry(id);
    } catch (IllegalArgumentException e) {
      throw Problem.impossible(e.getMessage() + ".");
    }
  }

  private Delivery existing(String id) {
    return deliveries
        .find(id)
        .orElseThrow(() -> Problem.missing("There is no delivery " + id + "."));
  }

  private static ClientId clientId(String text) {
    try {
      return new ClientId(text);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage());
    }
  }

  static Delivery.State state(String word) {
    try {
      return Delivery.State.of(word);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(
          "\""
              + word
              + "\" is no state of a delivery; there are queued, sending, sent, failed,"
              + " bounced and unknown.");
    }
  }

  private static ObjectNode json(Delivery delivery) {
    ObjectNode json =
        Json.object()
            .put("id", delivery.id())
            .put("run", delivery.run())
            .put("client", delivery.client().value())
            .put("recipient", delivery.recipient())
            .put("messageId", delivery.messageId())
            .put("state", delivery.state().word())
            .put("attempts", delivery.attempts());
    json.set("answer", textOrNull(delivery.answer()));
    json.set("advice", textOrNull(Advice.on(delivery).map(Advice::word)));
    json.put("interrupted", delivery.interrupted()).put("createdAt", delivery.created().toString());
    json.set("nextAttemptAt", textOrNull(delivery.nextAttempt()));
    json.put("updatedAt", delivery.updated().toString());
    json.set("sentAt", textOrNull(delivery.sent()));
    return json;
  }

  private static JsonNode textOrNull(Optional<?> value) {
    return value.<JsonNode>map(Json::text).orElseGet(() -> Json.object().nullNode());
  }
}
