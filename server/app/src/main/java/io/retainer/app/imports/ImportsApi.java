package io.retainer.app.imports;

import io.retainer.app.shell.Download;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.UndoAnswer;
import io.retainer.workspace.UndoWords;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ImportJson;
import io.retainer.workspace.contract.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;

/** A client's imports for programs. */
@Path("/api/v1/clients/{client}/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsApi {

  private final Workspace workspace;
  private final Uploads uploads;
  private final Intake intake;

  public ImportsApi(Workspace workspace, Uploads uploads, Intake intake) {
    this.workspace = workspace;
    this.uploads = uploads;
    this.intake = intake;
  }

  @GET
  @Requires(Role.VIEWER)
  public String list(@PathParam("client") String client) {
    return Json.text(
        Json.<ImportBatch>array(
            workspace
                .warehouse()
                .batches(workspace.clients().named(Input.value(client, ClientId::new)).id()),
            ImportJson::of));
  }

  /** One or many files as a form; the fields account, mapping and period are optional. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public String importForm(
      @PathParam("client") String client,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @Context SecurityContext security) {
    boolean program = headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
    Visit visit = Visit.of(security);
    try (Uploads.Received received =
        uploads.form(
            request,
            fields -> {
              if (!program && !visit.hasSent(fields.get("csrf"))) {
                throw Problem.forbidden("The form was not sent from this browser.");
              }
            })) {
      return Json.text(
          Json.<ImportResult>array(
              intake.take(client, received, Visit.of(security).getName()), ImportJson::of));
    }
  }

  /** One file as the body, with its name in the address. */
  @POST
  @Path("{name}")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.WILDCARD)
  public String importFile(
      @PathParam("client") String client,
      @PathParam("name") String name,
      @QueryParam("account") String account,
      @QueryParam("period") String period,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    try (Uploads.Received received = uploads.file(request, name)) {
      Map<String, String> fields = received.fields();
      fields.put("account", account == null ? "" : account);
      fields.put("period", period == null ? "" : period);
      return Json.text(
          Json.<ImportResult>array(
              intake.take(client, received, Visit.of(security).getName()), ImportJson::of));
    }
  }

  @GET
  @Path("{name}")
  @Requires(Role.VIEWER)
  public String one(@PathParam("client") String client, @PathParam("name") String batch) {
    return Json.text(ImportJson.of(named(client, batch)));
  }

  @GET
  @Download
  @Path("{name}/rejected-rows")
  @Produces("text/csv;charset=UTF-8")
  @Requires(Role.MANAGER)
  public Response rejectedRows(
      @PathParam("client") String client, @PathParam("name") String batch) {
    ImportBatch known = named(client, batch);
    return RejectedRows.download(
        known,
        workspace
            .imports()
            .rejectedRows(workspace.clients().named(Input.value(client, ClientId::new)), known));
  }

  /** Takes the import back: what it had replaced is in force again. */
  @DELETE
  @Path("{name}")
  @Requires(Role.MANAGER)
  public String undo(
      @PathParam("client") String client,
      @PathParam("name") String batch,
      @Context SecurityContext security) {
    UndoAnswer answer =
        workspace.warehouse().undo(named(client, batch).id(), Visit.of(security).getName());
    if (answer instanceof UndoAnswer.TakenBack takenBack) {
      return Json.text(ImportJson.of(takenBack.undoing()));
    }
    throw Problem.conflict(UndoWords.of(answer));
  }

  private ImportBatch named(String client, String batch) {
    ClientId id = workspace.clients().named(Input.value(client, ClientId::new)).id();
    return workspace
        .warehouse()
        .batch(batch)
        .filter(known -> known.client().equals(id))
        .orElseThrow(() -> Problem.missing("The client has no import \"" + batch + "\"."));
  }
}
