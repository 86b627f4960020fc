package io.retainer.app.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.audit.AuditedParts;
import io.retainer.app.shell.Csv;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Many schedules as one CSV table, for programs. */
@Path("/api/v1/schedule-table")
public final class TableApi {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final TableDesk desk;
  private final BurstDesk bursts;

  public TableApi(TableDesk desk, BurstDesk bursts) {
    this.desk = desk;
    this.bursts = bursts;
  }

  @GET
  @Requires(Role.MANAGER)
  @Produces(CSV)
  public String table() {
    return desk.text();
  }

  /**
   * All lines or none; UTF-8. Schedules that have no line stay as they are. The answer says of each
   * line whether it is new, changed or the same, names under {@code skips} the next periods that
   * its rule leaves out, under {@code missed} those that the schedule would have brought and will
   * not any more, and has the id by which it can be undone. With {@code dry-run=true} nothing is
   * done. 422 names each line and column that cannot be used.
   */
  @PUT
  @Requires(Role.MANAGER)
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  public String save(
      @QueryParam("dry-run") boolean isDryRun,
      byte[] body,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    ScheduleTable.Read read = desk.read(text(body));
    if (!read.problems().isEmpty()) {
      throw Problem.impossible(String.join("\n", read.problems()));
    }
    return answer(read, isDryRun, request, security);
  }

  /**
   * Adds one schedule for each of many clients: {@code {"clients": ["nordic-outdoor"], "groups":
   * ["…"], "report": "monthly-performance", "rule": "business-day 3 at 08:00"}} and whatever else a
   * new schedule has. Without {@code recipients} each goes to the addresses of its client's list of
   * allowed recipients, else to who gets the client's other reports. All or none, answered and
   * undone as a table. 422 says of each client what cannot be used.
   */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public String burst(
      @QueryParam("dry-run") boolean isDryRun,
      String body,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    Set<String> clients = new LinkedHashSet<>(input.texts("clients"));
    Set<String> groups = new LinkedHashSet<>(input.texts("groups"));
    BurstDesk.Plan plan =
        bursts.plan(new Burst(SchedulesResource.values(input, ""), clients, groups, Map.of()));
    if (!plan.isSound()) {
      throw Problem.impossible(String.join("\n", plan.allProblems()));
    }
    return answer(plan.read(), isDryRun, request, security);
  }

  private String answer(
      ScheduleTable.Read read,
      boolean isDryRun,
      HttpServletRequest request,
      SecurityContext security) {
    Optional<SavedTable> saved =
        isDryRun
            ? Optional.empty()
            : desk.save(read, Visit.of(security).getName())
                .map(table -> table.written(AuditedParts.of(request)));
    ObjectNode json = Json.object().put("saved", saved.map(SavedTable::id).orElse(null));
    json.set("lines", Json.array(read.lines(), TableApi::json));
    return Json.text(json);
  }

  /** Puts the schedules back as they were before a table, if nothing has changed them since. */
  @POST
  @Path("/{id}/undo")
  @Requires(Role.MANAGER)
  public Response undo(
      @PathParam("id") String id,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    try {
      desk.undo(id, Visit.of(security).getName()).written(AuditedParts.of(request));
      return Response.noContent().build();
    } catch (Refusal e) {
      throw SchedulesResource.problem(e);
    }
  }

  /** What is not UTF-8 would be saved with other letters than were meant. */
  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      String bytes = new String(body, StandardCharsets.ISO_8859_1);
      if (Csv.isWorkbook(bytes)) {
        return bytes;
      }
      throw Problem.invalid(
          "The table is not UTF-8. Save it as CSV UTF-8 in the spreadsheet and send it again.");
    }
  }

  private static ObjectNode json(ScheduleTable.Line line) {
    ObjectNode json =
        Json.object()
            .put("line", line.number())
            .put("effect", line.effect().name().toLowerCase(Locale.ROOT))
            .put("client", line.after().client().value())
            .put("id", line.effect() == ScheduleTable.Effect.NEW ? null : line.after().id());
    ObjectNode cells = Json.object();
    line.cells()
        .forEach(
            (column, both) ->
                cells.set(column, Json.object().put("from", both.get(0)).put("to", both.get(1))));
    json.set("cells", cells);
    json.set(
        "next",
        line.next().<JsonNode>map(time -> ScheduleJson.of(time, line.client())).orElse(null));
    json.set("skips", Json.array(line.skipped(), period -> Json.text(period.toString())));
    json.set("missed", Json.array(line.missed(), period -> Json.text(period.toString())));
    return json;
  }
}
