package io.retainer.app.clients;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ClientJson;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Clients for programs. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ClientsApi {

  private final Workspace workspace;

  public ClientsApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Path("clients")
  @Requires(Role.VIEWER)
  public String list() {
    return Json.text(Json.array(workspace.clients().all(), ClientJson::of));
  }

  @POST
  @Path("clients")
  @OfAllClients
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(String body) {
    JsonInput input = JsonInput.parse(body);
    Client client = values(input.required("id"), input).read();
    if (!workspace.clients().add(client)) {
      throw Problem.conflict("There is a client \"" + client.id() + "\" already.");
    }
    return Response.created(URI.create("/api/v1/clients/" + client.id()))
        .entity(Json.text(ClientJson.of(client)))
        .build();
  }

  @GET
  @Path("clients/{client}")
  @Requires(Role.VIEWER)
  public String read(@PathParam("client") String id) {
    return Json.text(ClientJson.of(workspace.clients().named(Input.value(id, ClientId::new))));
  }

  @PUT
  @Path("clients/{client}")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String change(@PathParam("client") String id, String body) {
    workspace.clients().named(Input.value(id, ClientId::new));
    JsonInput input = JsonInput.parse(body);
    if (!input.text("id").orElse(id).equals(id)) {
      input.problem("A client's id stays as it is; leave \"id\" out or send \"" + id + "\"");
    }
    Client client = values(id, input).read();
    workspace.clients().change(client);
    return Json.text(ClientJson.of(client));
  }

  private static ClientValues values(String id, JsonInput input) {
    var values =
        new ClientValues(
            id,
            input.required("name"),
            input.required("zone"),
            input.required("locale"),
            input.required("currency"));
    input.check();
    return values;
  }
}
