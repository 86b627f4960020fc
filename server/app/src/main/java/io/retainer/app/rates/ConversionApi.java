package io.retainer.app.rates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether a client's amounts are converted into its currency, for programs. */
@Path("/api/v1/clients/{client}/conversion")
@Produces(MediaType.APPLICATION_JSON)
public final class ConversionApi {

  private static final String WORD = "convertAmounts";

  private final Workspace workspace;

  public ConversionApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Requires(Role.VIEWER)
  public String read(@PathParam("client") String id) {
    return json(named(id));
  }

  @PUT
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String change(@PathParam("client") String id, String body) {
    Client client = named(id);
    workspace.conversions().set(client.id(), wanted(body));
    return json(client);
  }

  private static boolean wanted(String body) {
    try {
      JsonNode word = Json.read(body).path(WORD);
      if (word.isBoolean()) {
        return word.booleanValue();
      }
    } catch (JsonProcessingException e) {
      throw Problem.invalid("This is no JSON: " + e.getOriginalMessage());
    }
    throw Problem.invalid("\"" + WORD + "\" is true or false.");
  }

  private Client named(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }

  private String json(Client client) {
    return Json.text(
        Json.object()
            .put(WORD, workspace.conversions().isOn(client.id()))
            .put("currency", client.currency().getCurrencyCode()));
  }
}
