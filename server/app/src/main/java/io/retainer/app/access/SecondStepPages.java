package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.BeforeSecondStep;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.sealing.SealingException;
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

/** The second step of one's own sign-in: set up, recovery codes, off. */
@BeforeSecondStep
@Path("/account/second-step")
public final class SecondStepPages {

  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondSteps steps;
  private final Proofs proofs;
  private final Notices notices;
  private final String server;
  private final Pages pages;

  /**
   * @param server its name, as the app on the phone lists it
   */
  public SecondStepPages(
      Accounts accounts,
      Sessions sessions,
      SecondSteps steps,
      Proofs proofs,
      Notices notices,
      String server,
      Pages pages) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.steps = steps;
    this.proofs = proofs;
    this.notices = notices;
    this.server = server;
    this.pages = pages;
  }

  /**
   * @param since when it is in force; empty when it is not
   * @param asksPassword of who has none, a sign-in of a moment ago is asked
   * @param waiting the key whose first code is waited for
   * @param codes recovery codes just made, shown this once
   * @param problem key of a text
   */
  public record Own(
      Optional<Instant> since,
      boolean isRequired,
      boolean asksPassword,
      Optional<AppKey> waiting,
      int codesLeft,
      List<String> codes,
      String problem) {}

  @GET
  @Requires(Role.STAKEHOLDER)
  public Response show(@Context SecurityContext security) {
    return show(security, List.of(), "");
  }

  private Response show(SecurityContext security, List<String> codes, String problem) {
    Visit visit = Visit.of(security);
    Account account = person(visit);
    var view =
        new Own(
            steps.since(account),
            steps.required().contains(account.role()),
            accounts.hasPassword(account),
            waiting(account),
            steps.codesLeft(account),
            codes,
            problem);
    return problem.isEmpty()
        ? pages.show(visit, Page.Section.NONE, "second-step.title", "second-step", view)
        : pages.showAgain(visit, Page.Section.NONE, "second-step.title", "second-step", view);
  }

  /** A key that cannot be read is made anew with the next try. */
  private Optional<AppKey> waiting(Account account) {
    try {
      return steps.waiting(account).map(key -> AppKey.of(key, account.name(), server));
    } catch (SealingException lost) {
      return Optional.empty();
    }
  }

  private Account person(Visit visit) {
    return accounts
        .find(visit.account().orElseThrow().id())
        .orElseThrow(
            () -> Problem.conflict("This page is for people; an API token has no second step."));
  }

  /** Whoever found an open browser does not lock its owner out: the password is asked for. */
  @POST
  @Requires(Role.STAKEHOLDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(
      String body, @CookieParam(Cookies.SESSION) String secret, @Context SecurityContext security) {
    Account account = person(Visit.of(security));
    String problem = proof(account, secret, Form.parse(body));
    if (!problem.isEmpty()) {
      return show(security, List.of(), problem);
    }
    steps.begin(account);
    return Redirects.to("/account/second-step");
  }

  private String proof(Account account, String secret, Form form) {
    if (accounts.hasPassword(account)) {
      return proofs.password(account, form.raw("current"));
    }
    return secret != null && sessions.isFresh(secret) ? "" : "second-step.sign-in-again";
  }

  @POST
  @Path("confirm")
  @Requires(Role.STAKEHOLDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirm(
      String body, @CookieParam(Cookies.SESSION) String secret, @Context SecurityContext security) {
    Account account = person(Visit.of(security));
    Optional<List<String>> codes = steps.confirm(account, Form.parse(body).text("code"));
    if (codes.isEmpty()) {
      return show(security, List.of(), "second-step.wrong");
    }
    sessions.closeOthers(account, secret == null ? "" : secret);
    notices.tell(account, Notices.Change.SECOND_STEP_ON, Visit.of(security).language());
    return show(security, codes.get(), "");
  }

  @POST
  @Path("codes")
  @Requires(Role.STAKEHOLDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response renewCodes(String body, @Context SecurityContext security) {
    Account account = person(Visit.of(security));
    String problem = proofs.code(account, Form.parse(body).text("code"));
    if (!problem.isEmpty()) {
      return show(security, List.of(), problem);
    }
    notices.tell(account, Notices.Change.RECOVERY_CODES, Visit.of(security).language());
    return show(security, steps.renewCodes(account), "");
  }

  @POST
  @Path("remove")
  @Requires(Role.STAKEHOLDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(String body, @Context SecurityContext security) {
    Account account = person(Visit.of(security));
    if (steps.required().contains(account.role())) {
      return show(security, List.of(), "second-step.needed");
    }
    String problem = proofs.code(account, Form.parse(body).text("code"));
    if (!problem.isEmpty()) {
      return show(security, List.of(), problem);
    }
    steps.reset(account);
    notices.tell(account, Notices.Change.SECOND_STEP_OFF, Visit.of(security).language());
    return Redirects.to(
        "/account/second-step",
        Cookies.set(
            Cookies.SESSION, sessions.open(account), Sessions.LONGEST, security.isSecure()));
  }
}
