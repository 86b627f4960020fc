package io.retainer.app.schedules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.deliveries.UntoldOwner;
import io.retainer.app.shell.Public;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Whether reports go out in time, for a monitor without an account. It is not a part of the health
 * check that supervisors restart servers by: no restart makes up for what stands still, or for a
 * full disk.
 */
@Path("/status")
@Produces(MediaType.APPLICATION_JSON)
public final class StatusResource {

  private final HomeFolder home;
  private final Lateness lateness;
  private final UntoldOwner untold;
  private final BooleanSupplier doServersWork;

  /**
   * @param doServersWork whether any is there that makes reports and sends mails
   */
  public StatusResource(
      HomeFolder home, Lateness lateness, UntoldOwner untold, BooleanSupplier doServersWork) {
    this.home = home;
    this.lateness = lateness;
    this.untold = untold;
    this.doServersWork = doServersWork;
  }

  /**
   * 200 and {@code UP}, or 503 and {@code DOWN} with how many things are late: steps of the server,
   * mails, people's decisions, reports that were given up; with what stands in their way, or with
   * what to do. It is down too when the owner, who ought to know, cannot be told. What waits for a
   * destination that somebody paused is counted, and not late.
   */
  @GET
  @Public
  public Response status() {
    if (!home.isWritable()) {
      // What is late is not asked then: the state may have closed itself.
      return down(
          "Nothing can be written to the home folder: its disk is full, or may not be written to."
              + " Make room; what was interrupted goes on by itself.");
    }
    if (!doServersWork.getAsBoolean()) {
      return down(
          "No server is there that makes reports and sends mails: those that are have pages only"
              + " (retainer.role = web). Start one: retainer serve --role worker.");
    }
    Lateness.Late late = lateness.late();
    List<UntoldOwner.Untold> owner = untold.forLongerThan(Lateness.WINDOW);
    boolean isUp = late.count() == 0 && owner.isEmpty();
    ObjectNode body =
        Json.object()
            .put("status", isUp ? "UP" : "DOWN")
            .put("late", late.count())
            .put("standing", late.standing().size())
            .put("mails", late.mails().size())
            .put("paused", late.paused().size())
            .put("decisions", late.decisions().size())
            .put("failed", late.failed().size())
            .put("untold", owner.size());
    String problem = problem(late, owner);
    return answer(isUp ? 200 : 503, problem.isEmpty() ? body : body.put("problem", problem));
  }

  /** What the numbers alone do not tell. No words of mail servers: those may hold addresses. */
  private static String problem(Lateness.Late late, List<UntoldOwner.Untold> owner) {
    List<String> sentences = new ArrayList<>();
    tell(
        sentences,
        late.standing(),
        "Not begun or not finished by the server for more than half an hour: %d. Look at the server's log, and restart the server if its clock stands still.");
    tell(
        sentences,
        late.mails(),
        "Due for more than half an hour and not yet with all recipients: %d. Look at the page Deliveries: it says what the mail server or the destination answered.");
    tell(
        sentences,
        late.decisions(),
        "Due, and waiting for a person's decision for longer than they may be late: %d. The page Today lists them: approve or reject them, make them now or leave them out.");
    tell(
        sentences,
        late.failed(),
        "Given up, or perhaps not arrived: %d. Look at the page Deliveries: send what failed again, or to another address, and say of what may have arrived whether it has.");
    if (!owner.isEmpty()) {
      sentences.add(
          "The owner could not be told of what went wrong (%s). Look at retainer.mail.alerts-to and at the mail server; the page Today has its answer."
              .formatted(
                  owner.stream()
                      .map(UntoldOwner.Untold::outcome)
                      .distinct()
                      .collect(Collectors.joining(", "))));
    }
    return String.join(" ", sentences);
  }

  private static void tell(List<String> sentences, List<String> late, String sentence) {
    if (!late.isEmpty()) {
      sentences.add(sentence.formatted(late.size()));
    }
  }

  private static Response down(String problem) {
    return answer(503, Json.object().put("status", "DOWN").put("problem", problem));
  }

  private static Response answer(int status, ObjectNode body) {
    return Response.status(status).entity(Json.text(body)).build();
  }
}
