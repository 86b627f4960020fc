package io.retainer.app.deliveries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.audit.AuditedParts;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.workspace.contract.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import java.util.Optional;
import java.util.Set;

/**
 * What was sent, for programs. A delivery is queued, sending, sent, failed, bounced, unknown or
 * replaced by one to another address.
 */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
public final class DeliveriesResource {

  private final Deliveries deliveries;
  private final Postman postman;
  private final WaitingMails waiting;
  private final Readdressing readdressing;
  private final FailedMails failed;

  public DeliveriesResource(
      Deliveries deliveries,
      Postman postman,
      WaitingMails waiting,
      Readdressing readdressing,
      FailedMails failed) {
    this.deliveries = deliveries;
    this.postman = postman;
    this.waiting = waiting;
    this.readdressing = readdressing;
    this.failed = failed;
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
    json.set("deliveries", Json.array(deliveries.list(filter), DeliveryJson::of));
    return Json.text(json);
  }

  @GET
  @Path("/{id}")
  @Requires(Role.VIEWER)
  public String one(@PathParam("id") String id) {
    return Json.text(DeliveryJson.of(existing(id)));
  }

  /**
   * Sends a mail again that failed, came back or may not have arrived, under its old Message-ID;
   * one that waits is tried now, which uses none of the clock's attempts. 409 for any other, and
   * when a later report has taken its place.
   */
  @POST
  @Path("/{id}/retry")
  @Requires(Role.MANAGER)
  public Response retry(@PathParam("id") String id) {
    Delivery delivery = existing(id);
    if (!retried(postman, waiting, id)) {
      refuseOutdated(id);
      throw Problem.conflict(
          "Delivery "
              + id
              + " is "
              + delivery.state().word()
              + "; only a queued, failed, bounced or unknown one is retried.");
    }
    return Response.accepted(Json.text(DeliveryJson.of(existing(id)))).build();
  }

  /**
   * Keeps a mail that waits from leaving: it is {@code failed} then, its {@code answer} says who
   * stopped it, and it may be sent again as others that failed. 409 when it does not wait.
   */
  @POST
  @Path("/{id}/stop")
  @Requires(Role.MANAGER)
  public String stop(@PathParam("id") String id, @Context SecurityContext security) {
    Delivery delivery = existing(id);
    if (!waiting.stop(id, Visit.of(security).getName())) {
      throw Problem.conflict(
          "Delivery %s is %s; only a queued one is stopped."
              .formatted(id, deliveries.find(id).orElse(delivery).state().word()));
    }
    return Json.text(DeliveryJson.of(existing(id)));
  }

  /**
   * Says of a mail that may have arrived that it did: it is {@code sent} then, at the time it was
   * handed over, and its {@code answer} says who knows it. 409 for any other.
   */
  @POST
  @Path("/{id}/arrived")
  @Requires(Role.MANAGER)
  public String arrived(@PathParam("id") String id, @Context SecurityContext security) {
    Delivery delivery = existing(id);
    if (!waiting.arrived(id, Visit.of(security).getName())) {
      throw Problem.conflict(
          "Delivery %s is %s; only of an unknown one it is asked whether it arrived."
              .formatted(id, deliveries.find(id).orElse(delivery).state().word()));
    }
    return Json.text(DeliveryJson.of(existing(id)));
  }

  /**
   * Sends all again that failed: {@code {"all": "failed", "client": "nordic-outdoor", "run":
   * "5f2c…"}}, the last two optional. What came back, may have arrived or was stopped is left
   * alone, as is what a later report has taken the place of, which {@code outdated} counts. Each is
   * sent by itself; what a client's list does not allow stands under {@code refused}. With {@code
   * dry-run=true} nothing is sent, and {@code retried} is how many would be.
   */
  @POST
  @Path("/retry")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String retryAll(
      @QueryParam("dry-run") boolean isDryRun, String body, @Context HttpServletRequest request) {
    JsonInput input = JsonInput.parse(body);
    String all = input.required("all");
    Optional<ClientId> client = input.read(input.text("client").orElse(""), ClientId::new);
    Optional<String> run = input.text("run");
    if (!all.isEmpty() && !all.equals("failed")) {
      input.problem("\"all\" is failed, saw \"" + all + "\"");
    }
    input.check();
    FailedMails.Retried done =
        isDryRun ? failed.tried(client, run) : failed.retry(client, run, AuditedParts.of(request));
    return Json.text(DeliveryJson.of(done, isDryRun));
  }

  /**
   * Sends a report that failed or came back to another address, the same files and words: {@code
   * {"recipient": "anna@example.org", "schedule": true}}. The recipient is whatever a schedule of
   * the client may have; its schedule has it from then on too, unless {@code schedule} is false.
   * Answers 202 with the new {@code delivery}, the {@code replaced} one, the {@code corrected}
   * schedule and the {@code others} of the client that still send to the old address; 409 when it
   * neither failed nor came back, or the report goes there already; 422 when it may not go there.
   */
  @POST
  @Path("/{id}/readdress")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response readdress(
      @PathParam("id") String id,
      String body,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    Delivery delivery = existing(id);
    JsonInput input = JsonInput.parse(body);
    Optional<String> recipient =
        input.read(input.required("recipient"), text -> new MailAddress(text).text());
    boolean inSchedule = input.flag("schedule").orElse(true);
    input.check();
    String by = Visit.of(security).getName();
    try {
      Readdressing.Readdressed done =
          readdressing.readdress(
              delivery, recipient.orElseThrow(), inSchedule, by, AuditedParts.of(request));
      return Response.accepted(Json.text(DeliveryJson.of(done))).build();
    } catch (IllegalArgumentException e) {
      throw Problem.impossible(e.getMessage() + ".");
    } catch (Conflict e) {
      throw Problem.conflict(e.getMessage() + ".");
    }
  }

  static boolean retried(Postman postman, WaitingMails waiting, String id) {
    try {
      return postman.retry(id) || waiting.tryNow(id);
    } catch (IllegalArgumentException e) {
      throw Problem.impossible(e.getMessage() + ".");
    }
  }

  private void refuseOutdated(String id) {
    if (!deliveries.outdated(Set.of(id)).isEmpty()) {
      throw Problem.conflict(
          "A later report has taken the place of delivery %s, so it is not sent again; send the later one."
              .formatted(id));
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
              + " bounced, unknown and replaced.");
    }
  }
}
