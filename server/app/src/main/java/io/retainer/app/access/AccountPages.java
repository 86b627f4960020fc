package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** One's own account: its password, and where one is signed in. */
@Path("/account")
public final class AccountPages {

  private final Accounts accounts;
  private final Sessions sessions;
  private final Throttle throttle;
  private final Pages pages;

  /**
   * @param throttle that of the sign-in: whoever guesses has the same tries here and there
   */
  public AccountPages(Accounts accounts, Sessions sessions, Throttle throttle, Pages pages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.throttle = throttle;
    this.pages = pages;
  }

  /**
   * @param sessions the latest seen first
   * @param problem key of a text
   */
  public record Own(List<Sessions.OpenSession> sessions, String problem) {}

  @GET
  @Requires(Role.STAKEHOLDER)
  public Response show(
      @CookieParam(Cookies.SESSION) String secret, @Context SecurityContext security) {
    return show(secret, "", security);
  }

  private Response show(String secret, String problem, SecurityContext security) {
    Visit visit = Visit.of(security);
    var view = new Own(sessions.of(person(visit), secret == null ? "" : secret), problem);
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
      String body,
      @CookieParam(Cookies.SESSION) String secret,
      @Context SecurityContext security,
      @Context HttpServletRequest request) {
    Account account = person(Visit.of(security));
    Form form = Form.parse(body);
    String fresh = form.raw("password");
    String problem = problem(account, form, request.getRemoteAddr());
    if (!problem.isEmpty()) {
      return show(secret, problem, security);
    }
    accounts.changePassword(account, fresh);
    sessions.closeAll(account);
    return Redirects.to(
        "/account",
        Cookies.set(
            Cookies.SESSION, sessions.open(account), Sessions.LONGEST, security.isSecure()));
  }

  private synchronized String problem(Account account, Form form, String address) {
    String fresh = form.raw("password");
    String problem = NewPassword.problem(account.name(), fresh, form.raw("repeated"));
    if (!problem.isEmpty()) {
      return problem;
    }
    if (throttle.wait(account.name(), address).isPresent()) {
      return "sign-in.wait";
    }
    if (accounts.signIn(account.name(), form.raw("current")).isEmpty()) {
      throttle.failed(account.name(), address);
      return "account.current-wrong";
    }
    throttle.succeeded(account.name());
    return "";
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
