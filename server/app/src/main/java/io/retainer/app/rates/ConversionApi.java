package io.retainer.app.rates;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
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
import java.util.Optional;

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

  /** What was read may be sent back. */
  private static boolean wanted(String body) {
    JsonInput input = JsonInput.parse(body);
    Optional<Boolean> wanted = input.flag(WORD);
    if (wanted.isEmpty()) {
      input.problem("\"" + WORD + "\" is missing; it is true or false");
    }
    input.mayHave("currency");
    input.check();
    return wanted.orElseThrow();
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
