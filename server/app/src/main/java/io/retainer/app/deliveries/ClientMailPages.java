package io.retainer.app.deliveries;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.mail.MailIdentity;
import io.retainer.model.mail.Sender;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.dkim.DkimKeys;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.net.URI;

/** Whom a client's reports may go to and who they come from: the form. */
@Path("/clients/{client}/mail")
public final class ClientMailPages {

  private final Workspace workspace;
  private final MailSettings settings;
  private final Pages pages;

  public ClientMailPages(Workspace workspace, MailSettings settings, Pages pages) {
    this.workspace = workspace;
    this.settings = settings;
    this.pages = pages;
  }

  /**
   * @param recipients a line each
   * @param sender and replyTo: empty for the usual ones
   * @param usual who mails come from without a sender
   * @param domain of who they come from now
   * @param isSigned whether mails from there are signed by the server
   * @param problem what to correct, in English as the API says it; empty at first
   */
  public record Editing(
      Client client,
      String recipients,
      String sender,
      String replyTo,
      String usual,
      String domain,
      boolean isSigned,
      String problem) {}

  @GET
  @Requires(Role.VIEWER)
  public Response read(@PathParam("client") String id, @Context SecurityContext security) {
    Client client = named(id);
    MailIdentity identity = workspace.mail().identity(client.id());
    return pages.show(
        Visit.of(security),
        Page.Section.CLIENTS,
        "mail.title",
        "client-mail",
        editing(
            client,
            String.join("\n", workspace.mail().allowed(client.id()).sorted()),
            identity.from().map(Sender::toString).orElse(""),
            identity.replyTo().map(Sender::toString).orElse(""),
            ""));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("client") String id, String body, @Context SecurityContext security) {
    Client client = named(id);
    Form form = Form.parse(body);
    try {
      AllowedRecipients allowed = Input.value(form.text("recipients"), AllowedRecipients::parse);
      MailIdentity identity =
          Input.value(
              "", nothing -> MailIdentity.parse(form.text("sender"), form.text("reply-to")));
      workspace.mail().allow(client.id(), allowed);
      workspace.mail().identify(client.id(), identity);
      return Response.seeOther(URI.create("/clients/" + client.id() + "/mail")).build();
    } catch (Problem e) {
      return pages.showAgain(
          Visit.of(security),
          Page.Section.CLIENTS,
          "mail.title",
          "client-mail",
          editing(
              client,
              form.text("recipients"),
              form.text("sender"),
              form.text("reply-to"),
              e.getMessage()));
    }
  }

  private Editing editing(
      Client client, String recipients, String sender, String replyTo, String problem) {
    Sender from = workspace.mail().identity(client.id()).from().orElse(settings.from());
    return new Editing(
        client,
        recipients,
        sender,
        replyTo,
        settings.from().toString(),
        from.address().domain(),
        isSigned(from),
        problem);
  }

  /** What is wrong with a key stands with the mails that wait for it. */
  private boolean isSigned(Sender from) {
    try {
      return new DkimKeys(workspace.home().root()).of(from.address().domain()).isPresent();
    } catch (IOException e) {
      return true;
    }
  }

  private Client named(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }
}
