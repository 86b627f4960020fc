package io.retainer.app.links;

import io.retainer.app.reports.Run;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The links of a run: who has one, until when, and when it was used. */
@Path("/reports/{id}/links")
public final class LinksPages {

  private final Workspace workspace;
  private final LinkDesk desk;
  private final Pages pages;

  public LinksPages(Workspace workspace, LinkDesk desk, Pages pages) {
    this.workspace = workspace;
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * @param fresh the address of a link that was made just now; nobody can see it again
   */
  public record Shown(
      Run run, Client client, List<Link> links, Optional<String> fresh, Instant now) {}

  @GET
  @Requires(Role.MANAGER)
  public Response list(@PathParam("id") String id, @Context SecurityContext security) {
    return shown(id, Optional.empty(), security);
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make(@PathParam("id") String id, String body, @Context SecurityContext security) {
    int days = LinkDesk.days(Form.parse(body).text("days"));
    LinkDesk.Fresh fresh = desk.make(id, days, Visit.of(security).getName());
    return shown(id, Optional.of(fresh.address()), security);
  }

  @POST
  @Path("{link}/revoke")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(
      @PathParam("id") String id,
      @PathParam("link") String link,
      @Context SecurityContext security) {
    desk.revoke(id, link, Visit.of(security).getName());
    return Response.seeOther(URI.create("/reports/" + desk.run(id).id() + "/links")).build();
  }

  private Response shown(String id, Optional<String> fresh, SecurityContext security) {
    Run run = desk.run(id);
    return pages.show(
        Visit.of(security),
        Page.Section.REPORTS,
        "links.title",
        "links",
        new Shown(
            run,
            workspace.clients().named(run.client()),
            desk.of(id),
            fresh,
            workspace.clock().instant()));
  }
}
