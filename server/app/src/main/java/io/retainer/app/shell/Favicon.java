package io.retainer.app.shell;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * The mark, for browsers that ask for it where no page names it: issue pages are stored as files.
 */
@Path("/favicon.ico")
public final class Favicon {

  @GET
  @Public
  public Response mark() {
    return Response.ok(Assets.bytes("mark.svg"), "image/svg+xml")
        .header("Cache-Control", "public, max-age=86400")
        .build();
  }
}
