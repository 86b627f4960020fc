package io.retainer.app.imports;

import io.retainer.app.shell.Download;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.Undoing;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.UndoAnswer;
import io.retainer.workspace.Workspace;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;

/** One import: what became of it, its rows that were rejected, taking it back. */
@Path("/clients/{client}/imports/{batch}")
public final class ImportsPages {

  private final Workspace workspace;
  private final Pages pages;

  public ImportsPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /** One import as it is kept. */
  public record Kept(Client client, ImportBatch batch, boolean hasOriginal) {}

  /** An import that somebody wants to take back, and what that would do. */
  public record Asked(Client client, ImportBatch batch, Undoing undoing) {}

  @GET
  @Requires(Role.VIEWER)
  public Response one(
      @PathParam("client") String client,
      @PathParam("batch") String batch,
      @Context SecurityContext security) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    ImportBatch kept = named(known, batch);
    return pages.show(
        Visit.of(security),
        Page.Section.UPLOADS,
        "uploads.import",
        "import",
        new Kept(known, kept, workspace.imports().original(kept).isPresent()));
  }

  @GET
  @Download
  @Path("rejected-rows")
  @Requires(Role.MANAGER)
  public Response rejectedRows(
      @PathParam("client") String client, @PathParam("batch") String batch) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    ImportBatch kept = named(known, batch);
    return RejectedRows.download(kept, workspace.imports().rejectedRows(known, kept));
  }

  @GET
  @Path("undo")
  @Requires(Role.MANAGER)
  public Response undoAsked(
      @PathParam("client") String client,
      @PathParam("batch") String batch,
      @Context SecurityContext security) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    ImportBatch kept = named(known, batch);
    if (workspace.warehouse().undoTried(kept.id()) instanceof UndoAnswer.TakenBack would) {
      return pages.show(
          Visit.of(security),
          Page.Section.UPLOADS,
          "import.undo",
          "import-undo",
          new Asked(known, kept, would.undoing()));
    }
    return Response.seeOther(URI.create("/clients/" + known.id() + "/imports/" + batch)).build();
  }

  @POST
  @Path("undo")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(
      @PathParam("client") String client,
      @PathParam("batch") String batch,
      String body,
      @Context SecurityContext security) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    // Undone by somebody else meanwhile: the import's page says by whom.
    workspace.warehouse().undo(named(known, batch).id(), Visit.of(security).getName());
    return Response.seeOther(URI.create("/clients/" + known.id() + "/imports/" + batch)).build();
  }

  private ImportBatch named(Client client, String batch) {
    return workspace
        .warehouse()
        .batch(batch)
        .filter(kept -> kept.client().equals(client.id()))
        .orElseThrow(() -> Problem.missing("The client has no import \"" + batch + "\"."));
  }
}
