package io.retainer.app.inbox;

import io.retainer.app.imports.Sketches;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What came by itself, what waits and what was refused. For managers and owners. */
@Path("/inbox")
public final class InboxPages {

  private static final int SHOWN = 100;

  private final Workspace workspace;
  private final InboxSettings settings;
  private final WatchedFolder folder;
  private final Arrivals arrivals;
  private final Sketches sketches;
  private final Pages pages;

  InboxPages(
      Workspace workspace,
      InboxSettings settings,
      WatchedFolder folder,
      Arrivals arrivals,
      Sketches sketches,
      Pages pages) {
    this.workspace = workspace;
    this.settings = settings;
    this.folder = folder;
    this.arrivals = arrivals;
    this.sketches = sketches;
    this.pages = pages;
  }

  /**
   * @param hasSketch whether somebody can say what its columns are
   */
  public record Line(Arrival arrival, Client client, boolean hasSketch) {}

  /**
   * @param watched whether the folder is
   */
  public record Shown(
      boolean watched,
      java.nio.file.Path folder,
      FolderLook look,
      List<Client> clients,
      Map<ClientId, Client> byId,
      List<Line> lines) {}

  @GET
  @Requires(Role.MANAGER)
  public Response show(@Context SecurityContext security) {
    return pages.show(Visit.of(security), Page.Section.INBOX, "inbox.title", "inbox", shown());
  }

  private Shown shown() {
    List<Client> clients = workspace.clients().all();
    Map<ClientId, Client> byId =
        clients.stream().collect(Collectors.toMap(Client::id, Function.identity()));
    return new Shown(
        settings.folder(),
        workspace.home().inbox(),
        folder.last(),
        clients,
        byId,
        arrivals.latest(SHOWN).stream().map(arrival -> line(arrival, byId)).toList());
  }

  private Line line(Arrival arrival, Map<ClientId, Client> byId) {
    boolean hasSketch =
        arrival.status() == Status.UNRECOGNISED && sketches.find(arrival.sha256()).isPresent();
    return new Line(arrival, byId.get(arrival.client()), hasSketch);
  }
}
