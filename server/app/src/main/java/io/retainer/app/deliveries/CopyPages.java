package io.retainer.app.deliveries;

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
import java.util.List;

/** Tests of a run, and what became of them, in the browser. */
@Path("/reports/{id}/test")
public final class CopyPages {

  private final Workspace workspace;
  private final CopyDesk desk;
  private final Pages pages;

  public CopyPages(Workspace workspace, CopyDesk desk, Pages pages) {
    this.workspace = workspace;
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * @param choices addresses that may be chosen
   * @param to what stands in the field
   * @param problem why nothing was sent; empty otherwise
   */
  public record Shown(
      Run run, Client client, List<Copy> copies, List<String> choices, String to, String problem) {

    public boolean isBusy() {
      return copies.stream().anyMatch(copy -> !copy.state().isOver() && copy.attempts() <= 1);
    }
  }

  @GET
  @Requires(Role.MANAGER)
  public Response list(@PathParam("id") String id, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    String usual = desk.choices(visit.getName()).stream().findFirst().orElse("");
    return pages.show(
        visit, Page.Section.REPORTS, "test.title", "test", view(id, visit, usual, ""));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response send(@PathParam("id") String id, String body, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    String to = Form.parse(body).text("to");
    try {
      Copy copy = desk.test(id, visit.getName(), to);
      return Response.seeOther(URI.create("/reports/" + copy.run() + "/test")).build();
    } catch (IllegalArgumentException e) {
      return pages.showAgain(
          visit, Page.Section.REPORTS, "test.title", "test", view(id, visit, to, e.getMessage()));
    }
  }

  private Shown view(String id, Visit visit, String to, String problem) {
    Run run = desk.run(id);
    return new Shown(
        run,
        workspace.clients().named(run.client()),
        desk.of(id),
        desk.choices(visit.getName()),
        to,
        problem);
  }
}
