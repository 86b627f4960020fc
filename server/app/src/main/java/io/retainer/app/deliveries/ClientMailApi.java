package io.retainer.app.deliveries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.mail.MailIdentity;
import io.retainer.model.mail.Sender;
import io.retainer.workspace.MailOfClients;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.Optional;

/** Whom a client's reports may go to and who they come from, for programs. */
@Path("/api/v1/clients/{client}/mail")
@Produces(MediaType.APPLICATION_JSON)
public final class ClientMailApi {

  private final Workspace workspace;

  public ClientMailApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @GET
  @Requires(Role.VIEWER)
  public String read(@PathParam("client") String client) {
    return Json.text(json(named(client)));
  }

  /**
   * Changes what is named and leaves the rest: {@code {"recipients": ["anna@example.org",
   * "@example.org"], "sender": "Agency <reports@agency.example>", "replyTo": null}}. An empty list
   * lets reports go to anybody; no sender is the server's usual one.
   */
  @PUT
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String change(@PathParam("client") String client, String body) {
    ClientId id = named(client);
    JsonInput input = JsonInput.parse(body);
    boolean changesRecipients = input.has("recipients");
    var recipients = new LinkedHashSet<>(input.texts("recipients"));
    MailIdentity now = workspace.mail().identity(id);
    String sender = text(input, "sender", now.from());
    String replyTo = text(input, "replyTo", now.replyTo());
    input.mayHave("client");
    input.check();
    AllowedRecipients allowed = Input.value("", nothing -> new AllowedRecipients(recipients));
    MailIdentity identity = Input.value("", nothing -> MailIdentity.parse(sender, replyTo));
    if (changesRecipients) {
      workspace.mail().allow(id, allowed);
    }
    workspace.mail().identify(id, identity);
    return Json.text(json(id));
  }

  private static String text(JsonInput input, String name, Optional<Sender> now) {
    return input.has(name) ? input.text(name).orElse("") : now.map(Sender::toString).orElse("");
  }

  private ClientId named(String client) {
    return workspace.clients().named(Input.value(client, ClientId::new)).id();
  }

  private ObjectNode json(ClientId client) {
    MailOfClients mail = workspace.mail();
    MailIdentity identity = mail.identity(client);
    ObjectNode json = Json.object().put("client", client.value());
    json.set("recipients", Json.array(mail.allowed(client).sorted(), Json::text));
    json.put("sender", identity.from().map(Sender::toString).orElse(null));
    json.put("replyTo", identity.replyTo().map(Sender::toString).orElse(null));
    return json;
  }
}
