package io.retainer.app.schedules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.audit.AuditedParts;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.contract.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/** Reports that were held and wait for a person, for programs. */
@Path("/api/v1/held-reports")
@Produces(MediaType.APPLICATION_JSON)
public final class HeldReportsApi {

  private final HeldReports held;

  public HeldReportsApi(HeldReports held) {
    this.held = held;
  }

  @GET
  @Requires(Role.VIEWER)
  public String list() {
    return Json.text(Json.array(held.all(), HeldReportsApi::json));
  }

  /**
   * Answers many at once: {@code {"answer": "run", "occurrences": ["5f2c…"]}}, or {@code {"answer":
   * "skip", "all": "late"}} for those that were too late to go out by themselves. Each is answered
   * by itself: what could not be done stands under {@code refused} with the reason, how many of the
   * named ones do not wait any more under {@code gone}.
   */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String answer(
      String body, @Context HttpServletRequest request, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    Optional<HeldReports.Answer> answer =
        input.read(input.required("answer"), HeldReports.Answer::of);
    List<String> named = input.texts("occurrences");
    Optional<String> all = input.text("all");
    input.check();
    if (all.isPresent() == !named.isEmpty()
        || all.filter(word -> !word.equals("late")).isPresent()) {
      throw Problem.invalid(
          "Say which: \"occurrences\" with their ids, or \"all\": \"late\" for those that were too late to go out by themselves.");
    }
    List<String> wanted =
        all.isEmpty()
            ? named
            : held.all().stream()
                .filter(HeldReports.Held::isLate)
                .map(each -> each.occurrence().id())
                .toList();
    HeldReports.Answered answered =
        held.answer(
            wanted, answer.orElseThrow(), Visit.of(security).getName(), AuditedParts.of(request));
    ObjectNode json = Json.object().put("answer", answered.answer().word());
    json.set("done", Json.array(answered.done(), HeldReportsApi::json));
    json.set(
        "refused",
        Json.array(answered.refused(), each -> json(each.held()).put("problem", each.why())));
    return Json.text(json.put("gone", answered.gone()));
  }

  private static ObjectNode json(HeldReports.Held each) {
    return Json.object()
        .put("occurrence", each.occurrence().id())
        .put("schedule", each.schedule().id())
        .put("client", each.client().id().value())
        .put("report", each.schedule().report())
        .put("period", each.occurrence().period().toString())
        .put("plannedFor", each.occurrence().plannedFor().toString())
        .put("late", each.isLate())
        .put("reason", each.occurrence().reason().map(Reason::english).orElse(null));
  }
}
