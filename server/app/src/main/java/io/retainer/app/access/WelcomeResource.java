package io.retainer.app.access;

import io.retainer.app.audit.AuditFilter;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** The first owner, by the one-time link that the server prints when it starts without one. */
@Path("/welcome")
public final class WelcomeResource {

  private final Accounts accounts;
  private final OwnerLink link;
  private final Doors doors;
  private final Pages pages;

  public WelcomeResource(Accounts accounts, OwnerLink link, Doors doors, Pages pages) {
    this.accounts = accounts;
    this.link = link;
    this.doors = doors;
    this.pages = pages;
  }

  /**
   * @param problem key of a text, empty at first
   */
  public record Welcome(String key, boolean valid, String name, String problem) {}

  @GET
  @Public
  public Response form(@QueryParam("key") String key, @Context SecurityContext security) {
    String given = key == null ? "" : key;
    return pages.show(
        Visit.of(security),
        Page.Section.NONE,
        "welcome.title",
        "welcome",
        new Welcome(given, link.isValid(given), "", ""));
  }

  @POST
  @Public
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(
      String body, @Context SecurityContext security, @Context HttpServletRequest request) {
    Form form = Form.parse(body);
    String key = form.text("key");
    String name = form.text("name");
    String problem = NewPassword.problem(name, form.raw("password"), form.raw("repeated"));
    if (problem.isEmpty() && link.isValid(key) && accounts.isTaken(name)) {
      problem = "access.name-taken";
    }
    if (!problem.isEmpty() || !link.use(key)) {
      return pages.showAgain(
          Visit.of(security),
          Page.Section.NONE,
          "welcome.title",
          "welcome",
          new Welcome(key, link.isValid(key), name, problem));
    }
    Account owner = accounts.add(name, form.raw("password"), Role.OWNER).orElseThrow();
    request.setAttribute(AuditFilter.WHO, owner.name());
    return doors.byPassword(owner, "/", security);
  }
}
