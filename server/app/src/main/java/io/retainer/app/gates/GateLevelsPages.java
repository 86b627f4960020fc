package io.retainer.app.gates;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
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
import java.util.Optional;

/** How much gates matter to a client or a schedule, in the browser. */
@Path("/gates/{owner}/{id}")
public final class GateLevelsPages {

  private final GateOwners owners;
  private final GateSettings settings;
  private final Pages pages;

  public GateLevelsPages(GateOwners owners, GateSettings settings, Pages pages) {
    this.owners = owners;
    this.settings = settings;
    this.pages = pages;
  }

  /**
   * @param whose a client's name, or empty for the agency
   * @param back the page that it belongs to
   */
  public record Board(
      String whose,
      String path,
      String back,
      List<GateSettings.Line> lines,
      List<GateSettings.LimitLine> limits) {}

  @GET
  @Requires(Role.VIEWER)
  public Response board(
      @PathParam("owner") String owner,
      @PathParam("id") String id,
      @Context SecurityContext security) {
    GateLevels.Owner kind = GateOwners.owner(owner);
    Client client = owners.client(kind, id);
    boolean isSchedule = kind == GateLevels.Owner.SCHEDULE;
    return pages.show(
        Visit.of(security),
        isSchedule ? Page.Section.SCHEDULES : Page.Section.CLIENTS,
        "gates.title",
        "gates",
        new Board(
            client.name(),
            path(owner, id),
            back(isSchedule, id),
            settings.lines(kind, Optional.of(client.id()), id),
            settings.limits(kind, Optional.of(client.id()), id)));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(
      @PathParam("owner") String owner,
      @PathParam("id") String id,
      String body,
      @Context SecurityContext security) {
    GateLevels.Owner kind = GateOwners.owner(owner);
    owners.client(kind, id);
    settings.set(kind, id, Form.parse(body), Visit.of(security).getName());
    return Response.seeOther(URI.create(back(kind == GateLevels.Owner.SCHEDULE, id))).build();
  }

  private static String path(String owner, String id) {
    return "/gates/" + owner + "/" + id;
  }

  private static String back(boolean isSchedule, String id) {
    return (isSchedule ? "/schedules/" : "/clients/") + id;
  }
}
