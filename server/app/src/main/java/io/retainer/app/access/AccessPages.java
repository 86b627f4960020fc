package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.OfAllClients;
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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may come in: accounts and API tokens. For owners. */
@OfAllClients
@Path("/access")
public final class AccessPages {

  private final Workspace workspace;
  private final Accounts accounts;
  private final ApiTokens tokens;
  private final SecondSteps steps;
  private final InvitationDesk invitations;
  private final Pages pages;

  public AccessPages(
      Workspace workspace,
      Accounts accounts,
      ApiTokens tokens,
      SecondSteps steps,
      InvitationDesk invitations,
      Pages pages) {
    this.workspace = workspace;
    this.accounts = accounts;
    this.tokens = tokens;
    this.steps = steps;
    this.invitations = invitations;
    this.pages = pages;
  }

  /**
   * @param withSecondStep ids of accounts
   * @param locked ids of accounts
   * @param secret of a token just made, shown this once
   * @param invitation the link for somebody just invited, shown this once
   * @param person what is typed to add one
   * @param program what is typed to make a token
   */
  public record Access(
      List<Account> accounts,
      List<ApiToken> tokens,
      List<Client> clients,
      Set<String> withSecondStep,
      Set<Role> needingSecondStep,
      Set<String> locked,
      String secret,
      String invitation,
      AccessForm person,
      AccessForm program) {}

  @GET
  @Requires(Role.OWNER)
  public Response show(@Context SecurityContext security) {
    return show(security, "", "");
  }

  private Response show(SecurityContext security, String secret, String invitation) {
    return show(security, secret, invitation, AccessForm.EMPTY, AccessForm.EMPTY);
  }

  private Response show(
      SecurityContext security,
      String secret,
      String invitation,
      AccessForm person,
      AccessForm program) {
    var view =
        new Access(
            accounts.all(),
            tokens.all(),
            workspace.clients().all(),
            steps.holders(),
            steps.required(),
            accounts.locked(),
            secret,
            invitation,
            person,
            program);
    return person.isWrong() || program.isWrong()
        ? pages.showAgain(Visit.of(security), Page.Section.ACCESS, "access.title", "access", view)
        : pages.show(Visit.of(security), Page.Section.ACCESS, "access.title", "access", view);
  }

  @POST
  @Path("tokens")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response addToken(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    var reach = ReachForm.of(form);
    Map<String, String> problems = new LinkedHashMap<>();
    Optional<Duration> lifetime = lifetime(form.text("days"));
    if (!NewPassword.isName(form.text("label"))) {
      problems.put("name", "access.label-needed");
    }
    if (lifetime.isEmpty()) {
      problems.put("days", "access.days-needed");
    }
    problems.putAll(reach.problems());
    if (!problems.isEmpty()) {
      var typed = new AccessForm(form.text("label"), form.text("days"), reach, problems);
      return show(security, "", "", AccessForm.EMPTY, typed);
    }
    String secret =
        tokens.add(
            form.text("label"),
            ReachInput.of(workspace, reach),
            lifetime.get(),
            Visit.of(security).account().orElseThrow());
    return show(security, secret, "");
  }

  private static Optional<Duration> lifetime(String days) {
    try {
      return Optional.of(ApiTokens.lifetime(days));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @POST
  @Path("tokens/{id}/revoke")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(@PathParam("id") String id, String body) {
    tokens.revoke(id);
    return Redirects.to("/access");
  }

  @POST
  @Path("accounts")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response addAccount(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    String name = form.text("name");
    String password = form.raw("password");
    var reach = ReachForm.of(form);
    Map<String, String> problems = new LinkedHashMap<>();
    if (!NewPassword.isName(name)) {
      problems.put("name", "account.name-needed");
    } else if (!password.isEmpty()) {
      String problem = NewPassword.problem(name, password, password);
      if (!problem.isEmpty()) {
        problems.put("password", problem);
      }
    }
    problems.putAll(reach.problems());
    return problems.isEmpty()
        ? add(name, password, reach, security)
        : again(new AccessForm(name, "", reach, problems), security);
  }

  private Response again(AccessForm person, SecurityContext security) {
    return show(security, "", "", person, AccessForm.EMPTY);
  }

  /** Who gets no password gets a link by which to choose one. */
  private Response add(String name, String password, ReachForm chosen, SecurityContext security) {
    Reach reach = ReachInput.of(workspace, chosen);
    Optional<Account> account =
        password.isEmpty() ? accounts.invite(name, reach) : accounts.add(name, password, reach);
    if (account.isEmpty()) {
      return again(new AccessForm(name, "", chosen, Map.of("name", "access.name-taken")), security);
    }
    return password.isEmpty()
        ? show(security, "", invitations.link(account.get()))
        : Redirects.to("/access");
  }
}
