package io.retainer.app.brand;

import io.retainer.app.shell.Input;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
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

/** How a client's reports look, for programs. */
@Path("/api/v1/clients/{client}/brand")
@Produces(MediaType.APPLICATION_JSON)
public final class ClientBrandApi {

  private final Workspace workspace;
  private final BrandDesk desk;

  public ClientBrandApi(Workspace workspace) {
    this.workspace = workspace;
    this.desk = new BrandDesk(workspace);
  }

  @GET
  @Requires(Role.VIEWER)
  public String read(@PathParam("client") String client) {
    return desk.read(named(client));
  }

  /** Changes what is named and leaves the rest; null takes it back. */
  @PUT
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String change(@PathParam("client") String client, String body) {
    return desk.change(named(client), body);
  }

  /** A logo or a font, as the body. */
  @PUT
  @Path("{file}")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.WILDCARD)
  public String put(
      @PathParam("client") String client,
      @PathParam("file") String file,
      @Context HttpServletRequest request) {
    return desk.put(named(client), file, request);
  }

  @DELETE
  @Path("{file}")
  @Requires(Role.MANAGER)
  public String remove(@PathParam("client") String client, @PathParam("file") String file) {
    return desk.remove(named(client), file);
  }

  /** Brings back what there was before the last change. */
  @POST
  @Path("undo")
  @Requires(Role.MANAGER)
  public String undo(@PathParam("client") String client) {
    return desk.undo(named(client));
  }

  /** Takes back all that was set. */
  @DELETE
  @Requires(Role.MANAGER)
  public String reset(@PathParam("client") String client) {
    return desk.reset(named(client));
  }

  private BrandOwner named(String client) {
    return BrandOwner.of(workspace.clients().named(Input.value(client, ClientId::new)).id());
  }
}
