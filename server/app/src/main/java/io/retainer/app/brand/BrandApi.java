package io.retainer.app.brand;

import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.brand.BrandOwner;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** How the reports of all clients look that have no brand of their own, for programs. */
@OfAllClients
@Path("/api/v1/brand")
@Produces(MediaType.APPLICATION_JSON)
public final class BrandApi {

  private final BrandDesk desk;

  public BrandApi(Workspace workspace) {
    this.desk = new BrandDesk(workspace);
  }

  @GET
  @Requires(Role.MANAGER)
  public String read() {
    return desk.read(BrandOwner.AGENCY);
  }

  /** Changes what is named and leaves the rest; null takes it back. */
  @PUT
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String change(String body) {
    return desk.change(BrandOwner.AGENCY, body);
  }

  /** A logo or a font, as the body. */
  @PUT
  @Path("{file}")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.WILDCARD)
  public String put(@PathParam("file") String file, @Context HttpServletRequest request) {
    return desk.put(BrandOwner.AGENCY, file, request);
  }

  @DELETE
  @Path("{file}")
  @Requires(Role.MANAGER)
  public String remove(@PathParam("file") String file) {
    return desk.remove(BrandOwner.AGENCY, file);
  }

  /** Brings back what there was before the last change. */
  @POST
  @Path("undo")
  @Requires(Role.MANAGER)
  public String undo() {
    return desk.undo(BrandOwner.AGENCY);
  }

  /** Takes back all that was set. */
  @DELETE
  @Requires(Role.MANAGER)
  public String reset() {
    return desk.reset(BrandOwner.AGENCY);
  }
}
