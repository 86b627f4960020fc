package io.retainer.app.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.clients.ClientTable.Change;
import io.retainer.app.clients.ClientTable.Read;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ClientJson;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** All clients as one CSV table, for programs. */
@OfAllClients
@Path("/api/v1/client-table")
public final class ClientTableApi {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final Workspace workspace;

  public ClientTableApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Requires(Role.MANAGER)
  @Produces(CSV)
  public String table() {
    return ClientTable.of(ClientTable.of(workspace));
  }

  /** All rows or none. Clients that have no row stay as they are. */
  @PUT
  @Requires(Role.MANAGER)
  @Consumes("text/csv")
  @Produces(MediaType.APPLICATION_JSON)
  public String save(@QueryParam("dry-run") boolean isDryRun, String body) {
    Read read = ClientTable.read(body, ClientTable.of(workspace));
    if (!read.problems().isEmpty()) {
      throw Problem.impossible(String.join("\n", read.problems()));
    }
    if (!isDryRun) {
      read.into(workspace);
    }
    return Json.text(
        Json.object()
            .put("same", read.same())
            .set("changes", Json.array(read.changes(), ClientTableApi::json)));
  }

  private static JsonNode json(Change change) {
    ObjectNode json = Json.object().put("isNew", change.isNew());
    json.set("client", ClientJson.of(change.after().client()));
    return json.set("groups", Json.array(change.after().groups(), Json::text));
  }
}
