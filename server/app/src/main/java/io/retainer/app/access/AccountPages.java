package io.retainer.app.access;

import io.retainer.app.oidc.OpenIdProvider;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One's own account: its password, and where one is signed in. */
@Path("/account")
public final class AccountPages {

  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondSteps steps;
  private final Proofs proofs;
  private final Notices notices;
  private final Identities identities;
  private final Optional<OpenIdProvider> provider;
  private final Pages pages;

  public AccountPages(
      Accounts accounts,
      Sessions sessions,
      SecondSteps steps,
      Proofs proofs,
      Notices notices,
      Identities identities,
      Optional<OpenIdProvider> provider,
      Pages pages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.steps = steps;
    this.proofs = proofs;
    this.notices = notices;
    this.identities = identities;
    this.provider = provider;
    this.pages = pages;
  }

  /**
   * @param sessions the latest seen first
   * @param secondStep since when it is asked for; empty when it is not
   * @param provider what it is called, when there is one
   * @param isConnected whether one comes in by the provider
   * @param problem key of a text
   */
  public record Own(
      List<Sessions.OpenSession> sessions,
      Optional<Instant> secondStep,
      boolean hasPassword,
      Optional<String> provider,
      boolean isConnected,
      String problem) {}

  @GET
  @Requires(Role.STAKEHOLDER)
  public Response show(
      @CookieParam(Cookies.SESSION) String secret, @Context SecurityContext security) {
    return show(secret, "", security);
  }

  private Response show(String secret, String problem, SecurityContext security) {
    Visit visit = Visit.of(security);
    Account account = person(visit);
    var view =
        new Own(
            sessions.of(account, secret == null ? "" : secret),
            steps.since(account),
            accounts.hasPassword(account),
            provider.map(OpenIdProvider::name),
            identities.find(account).isPresent(),
            problem);
    return problem.isEmpty()
        ? pages.show(visit, Page.Section.NONE, "account.title", "account", view)
        : pages.showAgain(visit, Page.Section.NONE, "account.title", "account", view);
  }

  private Account person(Visit visit) {
    return accounts
        .find(visit.account().orElseThrow().id())
        .orElseThrow(
            () -> Problem.conflict("This page is for people; an API token has no password."));
  }

  /** Whoever knew the old password is signed out everywhere else. */
  @POST
  @Path("password")
  @Requires(Role.STAKEHOLDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response changePassword(
      String body, @CookieParam(Cookies.SESSION) String secret, @Context SecurityContext security) {
    Account account = person(Visit.of(security));
    Form form = Form.parse(body);
    String fresh = form.raw("password");
    String problem = problem(account, form);
    if (!problem.isEmpty()) {
      return show(secret, problem, security);
    }
    accounts.changePassword(account, fresh);
    sessions.closeAll(account);
    notices.tell(account, Notices.Change.PASSWORD, Visit.of(security).language());
    return Redirects.to(
        "/account",
        Cookies.set(
            Cookies.SESSION, sessions.open(account), Sessions.LONGEST, security.isSecure()));
  }

  private String problem(Account account, Form form) {
    String problem =
        NewPassword.problem(account.name(), form.raw("password"), form.raw("repeated"));
    return problem.isEmpty() ? proofs.password(account, form.raw("current")) : problem;
  }

  @POST
  @Path("sign-out-others")
  @Requires(Role.STAKEHOLDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOutOthers(
      String body, @CookieParam(Cookies.SESSION) String secret, @Context SecurityContext security) {
    sessions.closeOthers(person(Visit.of(security)), secret == null ? "" : secret);
    return Redirects.to("/account");
  }
}
