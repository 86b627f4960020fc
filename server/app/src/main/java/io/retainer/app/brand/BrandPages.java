package io.retainer.app.brand;

import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;

/** How the reports of all clients look that have no brand of their own. */
@OfAllClients
@Path("/brand")
public final class BrandPages {

  private final BrandBoard board;

  public BrandPages(Workspace workspace, Pages pages) {
    this.board = new BrandBoard(workspace, pages);
  }

  @GET
  @Requires(Role.MANAGER)
  public Response show(@Context SecurityContext security) {
    return board.show(Optional.empty(), Visit.of(security));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response take(@Context HttpServletRequest request, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    return board.take(Optional.empty(), BrandForm.read(request, visit), visit);
  }

  @GET
  @Path("preview")
  @Requires(Role.MANAGER)
  public Response preview(@Context SecurityContext security) {
    return board.sheets(Optional.empty(), Visit.of(security));
  }

  @POST
  @Path("undo")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(String body) {
    return board.undo(Optional.empty());
  }

  @POST
  @Path("reset")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reset(String body) {
    return board.reset(Optional.empty());
  }
}
