package io.retainer.app.deliveries;

import io.retainer.app.imap.ImapLook;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The delivery log: what was sent, to whom, when and with what result. */
@Path("/deliveries")
public final class DeliveriesPages {

  private static final int SHOWN = 200;

  private final Workspace workspace;
  private final Deliveries deliveries;
  private final Runs runs;
  private final Postman postman;
  private final MailSettings settings;
  private final Supplier<Optional<ImapLook>> bounces;
  private final Pages pages;

  /**
   * @param bounces how the last look into the mailbox of bounces went; empty without one
   */
  public DeliveriesPages(
      Workspace workspace,
      Deliveries deliveries,
      Runs runs,
      Postman postman,
      MailSettings settings,
      Supplier<Optional<ImapLook>> bounces,
      Pages pages) {
    this.workspace = workspace;
    this.deliveries = deliveries;
    this.runs = runs;
    this.postman = postman;
    this.settings = settings;
    this.bounces = bounces;
    this.pages = pages;
  }

  public record Line(Delivery delivery, Run run, Client client) {}

  /**
   * @param client and run and state: what the list is narrowed to; empty for all
   * @param folder where mails go without a mail server; empty with one
   * @param bounces how the last look into their mailbox went; empty without one
   * @param busy whether a mail is about to leave
   */
  public record Log(
      List<Line> lines,
      List<Client> clients,
      String client,
      Optional<Run> run,
      String state,
      String folder,
      Optional<ImapLook> bounces,
      boolean busy) {}

  @GET
  @Requires(Role.VIEWER)
  public Response log(
      @QueryParam("client") String client,
      @QueryParam("run") String run,
      @QueryParam("state") String state,
      @Context SecurityContext security) {
    Optional<String> ofClient = Optional.ofNullable(client).filter(id -> !id.isEmpty());
    Optional<Run> ofRun = Optional.ofNullable(run).filter(id -> !id.isEmpty()).map(this::existing);
    Optional<String> inState = Optional.ofNullable(state).filter(word -> !word.isEmpty());
    List<Delivery> found =
        deliveries.list(
            new Deliveries.Filter(
                ofClient.map(id -> Input.value(id, ClientId::new)),
                ofRun.map(Run::id),
                inState.map(DeliveriesResource::state),
                SHOWN));
    List<Client> clients = workspace.clients().all();
    String folder = settings.host().isPresent() ? "" : workspace.home().mailbox().toString();
    return pages.show(
        Visit.of(security),
        Page.Section.DELIVERIES,
        "deliveries.title",
        "deliveries",
        new Log(
            lines(found, clients),
            clients,
            ofClient.orElse(""),
            ofRun,
            inState.orElse(""),
            folder,
            bounces.get(),
            found.stream().anyMatch(this::isAboutToLeave)));
  }

  private Run existing(String id) {
    return runs.find(id).orElseThrow(() -> Problem.missing("There is no report " + id + "."));
  }

  private boolean isAboutToLeave(Delivery delivery) {
    return delivery.state() == Delivery.State.SENDING
        || delivery
            .nextAttempt()
            .filter(at -> !at.isAfter(workspace.clock().instant()))
            .isPresent();
  }

  private List<Line> lines(List<Delivery> found, List<Client> clients) {
    Map<String, Run> known =
        runs.named(found.stream().map(Delivery::run).collect(Collectors.toSet()));
    Map<ClientId, Client> byId =
        clients.stream().collect(Collectors.toMap(Client::id, client -> client));
    return found.stream()
        .map(delivery -> new Line(delivery, known.get(delivery.run()), byId.get(delivery.client())))
        .toList();
  }

  @POST
  @Path("{id}/retry")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response retry(@PathParam("id") String id, String body) {
    DeliveriesResource.retried(postman, id);
    return Response.seeOther(URI.create("/deliveries")).build();
  }
}
