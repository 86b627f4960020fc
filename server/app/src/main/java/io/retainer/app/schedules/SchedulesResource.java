package io.retainer.app.schedules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Schedules for programs.
 *
 * <p>A schedule's {@code next} are its next five times with their periods. One that is paused has
 * none; its {@code nextOnceResumed} are what they were if it went on from now. Its {@code
 * occurrences} are the latest, each planned, rendering, rendered, sent, failed or held, with the
 * reason, and {@code onceResumed} when it waits until its paused schedule goes on; {@code skips}
 * are those of its next thirteen periods that its rule leaves out, {@code when} is the rule in
 * words.
 */
@Path("/api/v1/schedules")
@Produces(MediaType.APPLICATION_JSON)
public final class SchedulesResource {

  private static final int SHOWN = 5;

  private final Schedules schedules;
  private final Occurrences occurrences;
  private final ScheduleDesk desk;
  private final ScheduleRuns runs;

  public SchedulesResource(
      Schedules schedules, Occurrences occurrences, ScheduleDesk desk, ScheduleRuns runs) {
    this.runs = runs;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.desk = desk;
  }

  @GET
  @Requires(Role.VIEWER)
  public String list(@QueryParam("client") String client) {
    Optional<ClientId> wanted =
        Optional.ofNullable(client).map(id -> checked(() -> new ClientId(id)));
    List<Schedule> found = wanted.map(schedules::of).orElseGet(schedules::all);
    Map<ClientId, Client> clients = desk.clients();
    Map<String, List<Schedule.Time>> coming = desk.comingOfEach(found, clients, SHOWN);
    Map<String, List<Occurrence>> latest = occurrences.latestOfEach(wanted, Occurrences.SHOWN);
    ObjectNode json = Json.object();
    json.set(
        "schedules",
        Json.array(
            found,
            each ->
                ScheduleJson.of(
                    each,
                    clients.get(each.client()),
                    coming.getOrDefault(each.id(), List.of()),
                    desk.skipped(each, clients.get(each.client())),
                    latest.getOrDefault(each.id(), List.of()))));
    return Json.text(json);
  }

  /**
   * Adds a schedule: {@code {"client": "nordic-outdoor", "report": "monthly-performance", "rule":
   * "business-day 3 at 08:00", "kind": "month", "locale": "fi", "formats": ["pdf", "xlsx"],
   * "recipients": ["anna@example.org"], "incomplete": "wait", "approval": "automatic", "enabled":
   * true}}. The rule is {@code business-day 3 at 08:00} or {@code business-day last at 08:00}, with
   * {@code in FI} without public holidays; {@code day 15 at 08:00} or {@code day last at 08:00};
   * {@code monday at 08:00} for weekly reports, {@code monday 2 at 08:00} or {@code monday last at
   * 08:00} for others; or a cron line, {@code cron 0 8 * * 1}. Kind is month, locale the client's,
   * formats both, incomplete wait, approval automatic and enabled true unless said. {@code
   * "internalDays": 3, "internalTo": ["olga@agency.example"]} shows it to the agency's own people
   * before.
   */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(String body, @Context SecurityContext security) {
    ScheduleValues values = values(JsonInput.parse(body));
    Schedule schedule = checked(() -> desk.add(values, Visit.of(security).getName()));
    return Response.created(URI.create("/api/v1/schedules/" + schedule.id()))
        .entity(Json.text(json(schedule)))
        .build();
  }

  @GET
  @Path("/{id}")
  @Requires(Role.VIEWER)
  public String one(@PathParam("id") String id) {
    return Json.text(json(checked(() -> desk.existing(id))));
  }

  /** Replaces a schedule; the same fields as for a new one. */
  @PUT
  @Path("/{id}")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String change(@PathParam("id") String id, String body) {
    ScheduleValues values = values(JsonInput.parse(body));
    return Json.text(json(checked(() -> desk.change(id, values))));
  }

  /**
   * Removes a schedule; nothing goes out by it any more. Its mails that wait are stopped, a report
   * that waits for a decision is withdrawn. What was sent stays as it is.
   */
  @DELETE
  @Path("/{id}")
  @Requires(Role.MANAGER)
  public Response remove(@PathParam("id") String id, @Context SecurityContext security) {
    return checked(
        () -> {
          desk.remove(id, Visit.of(security).getName());
          return Response.noContent().build();
        });
  }

  /**
   * Issues a period now: {@code {"period": "2026-10", "again": false, "reason": ""}}, all optional;
   * the period is the last closed one, the reason is what recipients who have it already read of
   * the correction. Answers 202 with the occurrence, 409 naming the earlier one when the period was
   * delivered and {@code again} is not true, 422 when the period is not over.
   */
  @POST
  @Path("/{id}/run")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response run(@PathParam("id") String id, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    Optional<Period> period = input.read(input.text("period").orElse(""), Period::parse);
    boolean again = input.flag("again").orElse(false);
    String reason = input.text("reason").orElse("");
    input.check();
    String by = Visit.of(security).getName();
    Occurrence occurrence = checked(() -> runs.run(id, period, again, by, reason));
    return Response.accepted(Json.text(ScheduleJson.of(occurrence))).build();
  }

  /**
   * Leaves out a period that is still to come, waits or is held, or takes one that is to come in
   * again: {@code {"period": "2026-12", "skip": true}}; skip is true unless said.
   */
  @POST
  @Path("/{id}/skip")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String skip(@PathParam("id") String id, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    Optional<Period> period = input.read(input.required("period"), Period::parse);
    boolean out = input.flag("skip").orElse(true);
    input.check();
    return checked(
        () -> {
          if (out) {
            desk.skip(id, period.orElseThrow(), Visit.of(security).getName());
          } else {
            desk.unskip(id, period.orElseThrow());
          }
          return Json.text(json(desk.existing(id)));
        });
  }

  private static ScheduleValues values(JsonInput input) {
    return values(input, input.required("client"));
  }

  /** All but whose it is. */
  static ScheduleValues values(JsonInput input, String client) {
    var values =
        new ScheduleValues(
            client,
            input.required("report"),
            input.required("rule"),
            input.text("kind").orElse("month"),
            input.text("locale"),
            input.texts("formats"),
            input.texts("recipients"),
            input.text("incomplete").orElse(Incomplete.WAIT.word()),
            input.text("approval").orElse(Approval.AUTOMATIC.word()),
            input.text("starts").orElse(""),
            input.text("ends").orElse(""),
            input.number("internalDays").map(String::valueOf).orElse(""),
            input.texts("internalTo"),
            input.flag("enabled").orElse(true));
    input.mayHave("id", "when", "zone", "next", "nextOnceResumed", "skips", "occurrences");
    input.check();
    return values;
  }

  private ObjectNode json(Schedule schedule) {
    Client client = desk.client(schedule);
    return ScheduleJson.of(
        schedule,
        client,
        desk.coming(schedule, SHOWN),
        desk.skipped(schedule, client),
        occurrences.of(schedule.id()));
  }

  private static <T> T checked(Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage() + ".");
    } catch (Refusal e) {
      throw problem(e);
    }
  }

  static Problem problem(Refusal refusal) {
    return switch (refusal.kind()) {
      case MISSING -> Problem.missing(refusal.getMessage());
      case OUT, UNDER_WAY, CHANGED -> Problem.conflict(refusal.getMessage());
      case IMPOSSIBLE -> Problem.impossible(refusal.getMessage());
    };
  }
}
