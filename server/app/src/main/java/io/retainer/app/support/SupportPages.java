package io.retainer.app.support;

import io.retainer.app.shell.Download;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.support.SupportBundle;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;

/** Shows what a bundle would hold, and gives it. */
@OfAllClients
@Path("/support")
public final class SupportPages {

  private final Supplier<SupportBundle> bundle;
  private final Pages pages;

  public SupportPages(Supplier<SupportBundle> bundle, Pages pages) {
    this.bundle = bundle;
    this.pages = pages;
  }

  @GET
  @Requires(Role.OWNER)
  public Response show(@Context SecurityContext security) {
    return pages.show(
        Visit.of(security), Page.Section.AUDIT, "support.title", "support", bundle.get());
  }

  @GET
  @Path("zip")
  @Download
  @Requires(Role.OWNER)
  public Response zip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bundle.get().write(bytes);
    return Response.ok(bytes.toByteArray())
        .type("application/zip")
        .header("Content-Disposition", "attachment; filename=\"retainer-support.zip\"")
        .build();
  }
}
