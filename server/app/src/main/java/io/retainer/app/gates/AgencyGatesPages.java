package io.retainer.app.gates;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Optional;

/** How much gates matter to the agency, where a client or schedule says nothing, in the browser. */
@OfAllClients
@Path("/agency-gates")
public final class AgencyGatesPages {

  private final GateSettings settings;
  private final Pages pages;

  public AgencyGatesPages(GateSettings settings, Pages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  @GET
  @Requires(Role.MANAGER)
  public Response board(@Context SecurityContext security) {
    return pages.show(
        Visit.of(security),
        Page.Section.SCHEDULES,
        "gates.title",
        "gates",
        new GateLevelsPages.Board(
            "",
            "/agency-gates",
            "/schedules",
            settings.lines(GateLevels.Owner.AGENCY, Optional.empty(), GateLevels.AGENCY),
            settings.limits(GateLevels.Owner.AGENCY, Optional.empty(), GateLevels.AGENCY)));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(String body, @Context SecurityContext security) {
    settings.set(
        GateLevels.Owner.AGENCY, GateLevels.AGENCY, Form.parse(body), Visit.of(security).getName());
    return Response.seeOther(URI.create("/schedules")).build();
  }
}
