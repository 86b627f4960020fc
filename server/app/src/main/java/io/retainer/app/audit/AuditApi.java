package io.retainer.app.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The log for programs: who did what, the latest first. */
@OfAllClients
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditApi {

  private final AuditLog log;

  public AuditApi(AuditLog log) {
    this.log = log;
  }

  @GET
  @Requires(Role.OWNER)
  public String list(
      @BeanParam AuditQuery asked, @QueryParam("limit") @DefaultValue("100") String limit) {
    ObjectNode json = Json.object();
    json.set("entries", Json.array(log.list(asked.filter(Input.limit(limit))), AuditApi::json));
    return Json.text(json);
  }

  private static ObjectNode json(AuditEntry entry) {
    ObjectNode json =
        Json.object()
            .put("id", entry.id())
            .put("at", entry.at().toString())
            .put("who", entry.who())
            .put("role", entry.role().orElse(null))
            .put("way", entry.way().orElse(null))
            .put("address", entry.address())
            .put("what", entry.what())
            .put("path", entry.path())
            .put("client", entry.client().orElse(null))
            .put("outcome", entry.outcomeWord());
    ObjectNode names = json.putObject("names");
    entry.note().names().forEach(names::put);
    ArrayNode changes = json.putArray("changes");
    for (AuditNote.Change change : entry.note().changes()) {
      changes
          .addObject()
          .put("field", change.field().replace('\t', ' '))
          .put("before", change.before())
          .put("after", change.after());
    }
    entry.outcome().ifPresent(outcome -> json.put("status", outcome.status()));
    return json;
  }
}
