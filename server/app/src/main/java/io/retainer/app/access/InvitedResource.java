package io.retainer.app.access;

import io.retainer.app.audit.AuditFilter;
import io.retainer.app.oidc.OpenIdProvider;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Public;
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
import java.util.Optional;

/** Where the link of an invitation leads: one chooses a password there, or the provider. */
@Path("/invited")
public final class InvitedResource {

  private final Invitations invitations;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Doors doors;
  private final Optional<OpenIdProvider> provider;
  private final Pages pages;

  public InvitedResource(
      Invitations invitations,
      Accounts accounts,
      Sessions sessions,
      Doors doors,
      Optional<OpenIdProvider> provider,
      Pages pages) {
    this.invitations = invitations;
    this.accounts = accounts;
    this.sessions = sessions;
    this.doors = doors;
    this.provider = provider;
    this.pages = pages;
  }

  /**
   * @param name of who is invited; empty when the link does not work
   * @param provider what it is called, when there is one
   * @param problem key of a text, empty at first
   */
  public record Invited(
      String key, Optional<String> name, Optional<String> provider, String problem) {}

  @GET
  @Public
  public Response form(@QueryParam("key") String key, @Context SecurityContext security) {
    return pages.show(
        Visit.of(security),
        Page.Section.NONE,
        "invited.title",
        "invited",
        view(key == null ? "" : key, ""));
  }

  private Invited view(String key, String problem) {
    return new Invited(
        key, invitations.who(key).map(Account::name), provider.map(OpenIdProvider::name), problem);
  }

  /** Whoever was signed in with an earlier password is not any more. */
  @POST
  @Public
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(
      String body, @Context SecurityContext security, @Context HttpServletRequest request) {
    Form form = Form.parse(body);
    String key = form.text("key");
    Optional<Account> account = invitations.who(key);
    String problem =
        account
            .map(who -> NewPassword.problem(who.name(), form.raw("password"), form.raw("repeated")))
            .orElse("");
    if (account.isEmpty() || !problem.isEmpty() || !invitations.use(key)) {
      return pages.showAgain(
          Visit.of(security), Page.Section.NONE, "invited.title", "invited", view(key, problem));
    }
    request.setAttribute(AuditFilter.WHO, account.get().name());
    accounts.changePassword(account.get(), form.raw("password"));
    sessions.closeAll(account.get());
    return doors.byPassword(account.get(), "/", security);
  }
}
