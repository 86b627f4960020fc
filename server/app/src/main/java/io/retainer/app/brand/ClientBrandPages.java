package io.retainer.app.brand;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** How a client's reports look. */
@Path("/clients/{client}/brand")
public final class ClientBrandPages {

  private final Workspace workspace;
  private final BrandBoard board;

  public ClientBrandPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.board = new BrandBoard(workspace, pages);
  }

  @GET
  @Requires(Role.VIEWER)
  public Response show(@PathParam("client") String id, @Context SecurityContext security) {
    return board.show(named(id), Visit.of(security));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response take(
      @PathParam("client") String id,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    BrandForm form = BrandForm.read(request, visit);
    return board.take(named(id), form, visit);
  }

  @GET
  @Path("preview")
  @Requires(Role.VIEWER)
  public Response preview(@PathParam("client") String id, @Context SecurityContext security) {
    return board.sheets(named(id), Visit.of(security));
  }

  @POST
  @Path("undo")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("client") String id, String body) {
    return board.undo(named(id));
  }

  @POST
  @Path("reset")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reset(@PathParam("client") String id, String body) {
    return board.reset(named(id));
  }

  private Optional<Client> named(String id) {
    return Optional.of(workspace.clients().named(Input.value(id, ClientId::new)));
  }
}
