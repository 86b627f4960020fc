package io.retainer.app.schedules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Csv;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.contract.Json;
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
import java.util.Locale;
import java.util.Optional;

/** Many schedules as one CSV table, for programs. */
@Path("/api/v1/schedule-table")
public final class TableApi {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final TableDesk desk;

  public TableApi(TableDesk desk) {
    this.desk = desk;
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
   * its rule leaves out, and has the id by which it can be undone. With {@code dry-run=true}
   * nothing is done. 422 names each line and column that cannot be used.
   */
  @PUT
  @Requires(Role.MANAGER)
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  public String save(
      @QueryParam("dry-run") boolean isDryRun, byte[] body, @Context SecurityContext security) {
    ScheduleTable.Read read = desk.read(text(body));
    if (!read.problems().isEmpty()) {
      throw Problem.impossible(String.join("\n", read.problems()));
    }
    Optional<SavedTable> saved =
        isDryRun ? Optional.empty() : desk.save(read, Visit.of(security).getName());
    ObjectNode json = Json.object().put("saved", saved.map(SavedTable::id).orElse(null));
    json.set("lines", Json.array(read.lines(), TableApi::json));
    return Json.text(json);
  }

  /** Puts the schedules back as they were before a table, if nothing has changed them since. */
  @POST
  @Path("/{id}/undo")
  @Requires(Role.MANAGER)
  public Response undo(@PathParam("id") String id, @Context SecurityContext security) {
    try {
      desk.undo(id, Visit.of(security).getName());
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
    json.set("skips", Json.array(line.skipped(), period -> Json.text(period.toString())));
    return json;
  }
}
