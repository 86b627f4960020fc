package io.retainer.app.inbox;

import io.retainer.app.imap.ImapLook;
import io.retainer.app.imap.ImapSettings;
import io.retainer.app.imports.Sketches;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came by itself, what waits, what was refused, and whose mails are taken. For managers. */
@OfAllClients
@Path("/inbox")
public final class InboxPages {

  private static final int SHOWN = 100;
  private static final int STRANGERS_COUNTED = 1000;

  private final Workspace workspace;
  private final InboxSettings settings;
  private final WatchedFolder folder;
  private final Post post;
  private final Arrivals arrivals;
  private final Sketches sketches;
  private final Pages pages;

  InboxPages(
      Workspace workspace,
      InboxSettings settings,
      WatchedFolder folder,
      Post post,
      Arrivals arrivals,
      Sketches sketches,
      Pages pages) {
    this.workspace = workspace;
    this.settings = settings;
    this.folder = folder;
    this.post = post;
    this.arrivals = arrivals;
    this.sketches = sketches;
    this.pages = pages;
  }

  /** What concerns mails. */
  record Post(Optional<Mailbox> mailbox, SenderRules rules, ReceivedMails mails) {}

  /**
   * @param hasSketch whether somebody can say what its columns are
   */
  public record Line(Arrival arrival, Client client, boolean hasSketch) {}

  /**
   * @param settings empty where no mailbox is set up
   * @param mails those that brought nothing, and why
   */
  public record MailView(
      Optional<ImapSettings> settings,
      ImapLook look,
      List<SenderRule> rules,
      List<Stranger> strangers,
      List<ReceivedMail> mails) {}

  /**
   * @param watched whether the folder is
   * @param problem of a form that was sent; empty usually
   */
  public record Shown(
      boolean watched,
      java.nio.file.Path folder,
      FolderLook look,
      MailView mail,
      List<Client> clients,
      Map<ClientId, Client> byId,
      List<Line> lines,
      String problem) {}

  @GET
  @Requires(Role.MANAGER)
  public Response show(@Context SecurityContext security) {
    return pages.show(Visit.of(security), Page.Section.INBOX, "inbox.title", "inbox", shown(""));
  }

  @POST
  @Path("senders")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response allow(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    Visit visit = Visit.of(security);
    Client client = workspace.clients().named(Input.value(form.text("client"), ClientId::new));
    try {
      var rule = new SenderRule(form.text("sender"), form.text("recipient"), client.id());
      post.rules().allow(rule, visit.getName(), workspace.clock().instant());
    } catch (IllegalArgumentException e) {
      return pages.showAgain(
          visit, Page.Section.INBOX, "inbox.title", "inbox", shown(e.getMessage()));
    }
    return Response.seeOther(URI.create("/inbox")).build();
  }

  @POST
  @Path("senders/remove")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(String body) {
    Form form = Form.parse(body);
    post.rules().remove(form.text("sender"), form.text("recipient"));
    return Response.seeOther(URI.create("/inbox")).build();
  }

  private Shown shown(String problem) {
    List<Client> clients = workspace.clients().all();
    Map<ClientId, Client> byId =
        clients.stream().collect(Collectors.toMap(Client::id, Function.identity()));
    return new Shown(
        settings.folder(),
        workspace.home().inbox(),
        folder.last(),
        mail(),
        clients,
        byId,
        arrivals.latest(SHOWN).stream().map(arrival -> line(arrival, byId)).toList(),
        problem);
  }

  private MailView mail() {
    List<SenderRule> rules = post.rules().all();
    return new MailView(
        settings.imap(),
        post.mailbox().map(Mailbox::last).orElseGet(ImapLook::none),
        rules,
        Stranger.among(post.mails().latest(true, STRANGERS_COUNTED), rules),
        post.mails().latest(false, SHOWN).stream()
            .filter(mail -> mail.state() != ReceivedMail.State.TAKEN)
            .toList());
  }

  private Line line(Arrival arrival, Map<ClientId, Client> byId) {
    boolean hasSketch =
        arrival.status() == Status.UNRECOGNISED && sketches.find(arrival.sha256()).isPresent();
    return new Line(arrival, byId.get(arrival.client()), hasSketch);
  }
}
