package io.retainer.app.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.JarProblem;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ConnectorJson;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Connectors for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ConnectorsApi {

  private final Workspace workspace;

  public ConnectorsApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Path("connectors")
  @Requires(Role.VIEWER)
  public String connectors() {
    return Json.text(Json.array(library().descriptions(), ConnectorJson::of));
  }

  @GET
  @Path("connectors/{id}")
  @Requires(Role.VIEWER)
  public String connector(@PathParam("id") String id) {
    return library()
        .find(id)
        .map(ConnectorJson::of)
        .map(Json::text)
        .orElseThrow(() -> Problem.missing("There is no connector \"" + id + "\"."));
  }

  /** JARs and connectors that are not used, and why. */
  @GET
  @Path("connector-problems")
  @Requires(Role.VIEWER)
  public String problems() {
    return Json.text(Json.array(library().problems(), ConnectorsApi::json));
  }

  /** What is installed in this moment. */
  private ConnectorLibrary library() {
    ConnectorLibrary library = workspace.connectors();
    library.refresh();
    return library;
  }

  private static JsonNode json(JarProblem problem) {
    return Json.object()
        .put("jar", problem.jar().getFileName().toString())
        .put("reason", problem.reason());
  }
}
