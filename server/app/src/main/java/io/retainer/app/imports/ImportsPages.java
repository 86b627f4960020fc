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
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.Undoing;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.UndoAnswer;
import io.retainer.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Uploading files and seeing what became of them. */
@Path("/")
public final class ImportsPages {

  private static final int SHOWN = 100;

  private final Workspace workspace;
  private final Uploads uploads;
  private final Intake intake;
  private final Sketches sketches;
  private final Pages pages;

  public ImportsPages(
      Workspace workspace, Uploads uploads, Intake intake, Sketches sketches, Pages pages) {
    this.workspace = workspace;
    this.uploads = uploads;
    this.intake = intake;
    this.sketches = sketches;
    this.pages = pages;
  }

  /**
   * @param chosen the client files are for, as far as it is known
   * @param batches the latest imports
   */
  public record Uploading(
      List<Client> clients,
      String chosen,
      List<ImportBatch> batches,
      Map<ClientId, Client> byId,
      long largest,
      String problem) {}

  /**
   * What became of the files of one upload.
   *
   * @param sketches those that wait for somebody to say what their columns are
   */
  public record Uploaded(Client client, List<ImportResult> results, Set<String> sketches) {}

  /** One import as it is kept. */
  public record Kept(Client client, ImportBatch batch, boolean hasOriginal) {}

  /** An import that somebody wants to take back, and what that would do. */
  public record Asked(Client client, ImportBatch batch, Undoing undoing) {}

  @GET
  @Path("uploads")
  @Requires(Role.VIEWER)
  public Response form(@QueryParam("client") String client, @Context SecurityContext security) {
    return pages.show(
        Visit.of(security),
        Page.Section.UPLOADS,
        "uploads.title",
        "uploads",
        uploading(client == null ? "" : client, ""));
  }

  private Uploading uploading(String chosen, String problem) {
    List<Client> clients = workspace.clients().all();
    List<ImportBatch> batches = new ArrayList<>();
    Map<ClientId, Client> byId = new java.util.HashMap<>();
    for (Client client : clients) {
      byId.put(client.id(), client);
      batches.addAll(workspace.warehouse().batches(client.id()));
    }
    batches.sort(Comparator.comparing(ImportBatch::importedAt).reversed());
    return new Uploading(
        clients, chosen, batches.stream().limit(SHOWN).toList(), byId, uploads.largest(), problem);
  }

  @POST
  @Path("uploads")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(@Context HttpServletRequest request, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    try (Uploads.Received received =
        uploads.form(
            request,
            fields -> {
              if (!visit.hasSent(fields.get("csrf"))) {
                throw Problem.forbidden(
                    "The form was too old or not from this browser. Open the page again.");
              }
            })) {
      try {
        List<ImportResult> results =
            intake.take(received.field("client"), received, visit.getName());
        Client client =
            workspace.clients().named(Input.value(received.field("client"), ClientId::new));
        Set<String> kept = sketches.keep(client.id(), received.files(), results);
        return pages.show(
            visit,
            Page.Section.UPLOADS,
            "uploads.result",
            "uploaded",
            new Uploaded(client, results, kept));
      } catch (Problem e) {
        return pages.showAgain(
            visit,
            Page.Section.UPLOADS,
            "uploads.title",
            "uploads",
            uploading(received.field("client"), e.getMessage()));
      }
    }
  }

  @GET
  @Path("clients/{client}/imports/{batch}")
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
  @Path("clients/{client}/imports/{batch}/rejected-rows")
  @Requires(Role.MANAGER)
  public Response rejectedRows(
      @PathParam("client") String client, @PathParam("batch") String batch) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    ImportBatch kept = named(known, batch);
    return RejectedRows.download(kept, workspace.imports().rejectedRows(known, kept));
  }

  @GET
  @Path("clients/{client}/imports/{batch}/undo")
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
  @Path("clients/{client}/imports/{batch}/undo")
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
