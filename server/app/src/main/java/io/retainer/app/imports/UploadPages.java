package io.retainer.app.imports;

import io.retainer.app.shell.EventStreams;
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
import io.retainer.spi.ConnectorDescription;
import io.retainer.warehouse.ImportBatch;
import io.retainer.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Uploading files, and looking on while they are imported. */
@Path("/")
public final class UploadPages {

  private static final int SHOWN = 100;

  /** Most files are imported before anybody would want to see how far they are. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final Workspace workspace;
  private final Uploads uploads;
  private final UploadQueue queue;
  private final RefusedFiles refused;
  private final EventStreams streams;
  private final Pages pages;

  public UploadPages(
      Workspace workspace, Uploads uploads, UploadQueue queue, EventStreams streams, Pages pages) {
    this.workspace = workspace;
    this.refused = new RefusedFiles(workspace);
    this.uploads = uploads;
    this.queue = queue;
    this.streams = streams;
    this.pages = pages;
  }

  /**
   * @param chosen the client files are for, as far as it is known
   * @param connectors what may be named to read them, by title
   * @param unfinished uploads that go on or came to nothing
   * @param batches the latest imports
   */
  public record Uploading(
      List<Client> clients,
      String chosen,
      List<ConnectorDescription> connectors,
      List<Upload> unfinished,
      List<ImportBatch> batches,
      Map<ClientId, Client> byId,
      long largest,
      String problem) {}

  /**
   * How far an upload is, and at its end what became of its files.
   *
   * @param lines one for each file that is not done, as {@link UploadLines} writes it
   */
  public record Uploaded(Client client, Upload upload, List<String> lines) {}

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
    Map<ClientId, Client> byId = new HashMap<>();
    clients.forEach(client -> byId.put(client.id(), client));
    return new Uploading(
        clients,
        chosen,
        workspace.connectors().descriptions().stream()
            .sorted(Comparator.comparing(ConnectorDescription::title, String::compareToIgnoreCase))
            .toList(),
        queue.unfinished().stream().filter(one -> byId.containsKey(one.client())).toList(),
        workspace.warehouse().latestBatches(byId.keySet(), SHOWN),
        byId,
        uploads.largest(),
        problem);
  }

  @POST
  @Path("uploads")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(@Context HttpServletRequest request, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Uploads.Received received =
        uploads.form(
            request,
            fields -> {
              if (!visit.hasSent(fields.get("csrf"))) {
                throw Problem.forbidden(
                    "The form was too old or not from this browser. Open the page again.");
              }
            });
    try {
      Upload upload = queue.submit(received, visit.getName());
      upload.ends(PATIENCE);
      return Response.seeOther(
              URI.create("/clients/" + upload.client() + "/uploads/" + upload.id()))
          .build();
    } catch (Problem e) {
      received.close();
      return pages.showAgain(
          visit,
          Page.Section.UPLOADS,
          "uploads.title",
          "uploads",
          uploading(received.field("client"), e.getMessage()));
    } catch (RuntimeException e) {
      received.close();
      throw e;
    }
  }

  @POST
  @Path("uploads/seen")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response seen(String body) {
    refused.seen(Form.parse(body).text("file"));
    return Response.seeOther(URI.create("/")).build();
  }

  @GET
  @Path("clients/{client}/uploads/{upload}")
  @Requires(Role.VIEWER)
  public Response one(
      @PathParam("client") String client,
      @PathParam("upload") String id,
      @Context SecurityContext security) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    Upload upload = named(known, id);
    Visit visit = Visit.of(security);
    return pages.show(
        visit,
        Page.Section.UPLOADS,
        upload.isOver() ? "uploads.result" : "uploads.going-on",
        "uploaded",
        new Uploaded(known, upload, UploadLines.in(visit.language()).of(upload)));
  }

  /** How far it is, for as long as somebody looks. */
  @GET
  @Path("clients/{client}/uploads/{upload}/events")
  @Requires(Role.VIEWER)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(
      @PathParam("client") String client,
      @PathParam("upload") String id,
      @Context SecurityContext security,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Client known = workspace.clients().named(Input.value(client, ClientId::new));
    named(known, id);
    UploadLines lines = UploadLines.in(Visit.of(security).language());
    streams.open(
        Visit.of(security),
        sink,
        sse,
        () -> {
          workspace.clients().named(known.id());
          Upload upload = named(known, id);
          return new EventStreams.Now(lines.of(upload), upload.isOver());
        });
  }

  private Upload named(Client client, String id) {
    return queue
        .find(client.id(), id)
        .orElseThrow(
            () ->
                Problem.missing(
                    "This upload is not remembered any more. What became of its files stands on"
                        + " the page of uploads."));
  }
}
