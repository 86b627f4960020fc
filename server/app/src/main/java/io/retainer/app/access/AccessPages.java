package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
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
import java.util.List;
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
   * @param problem key of a text
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
      String problem) {}

  @GET
  @Requires(Role.OWNER)
  public Response show(@Context SecurityContext security) {
    return show(security, "", "", "");
  }

  private Response again(SecurityContext security, String problem) {
    return show(security, "", "", problem);
  }

  private Response show(
      SecurityContext security, String secret, String invitation, String problem) {
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
            problem);
    return problem.isEmpty()
        ? pages.show(Visit.of(security), Page.Section.ACCESS, "access.title", "access", view)
        : pages.showAgain(Visit.of(security), Page.Section.ACCESS, "access.title", "access", view);
  }

  @POST
  @Path("tokens")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response addToken(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    String label = form.text("label");
    if (!NewPassword.isName(label)) {
      return again(security, "access.label-needed");
    }
    String secret =
        tokens.add(
            label,
            ReachInput.of(workspace, form),
            Input.value(form.text("days"), ApiTokens::lifetime),
            Visit.of(security).account().orElseThrow());
    return show(security, secret, "", "");
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
    if (password.isEmpty()) {
      return invite(name, ReachInput.of(workspace, form), security);
    }
    String problem = NewPassword.problem(name, password, password);
    if (!problem.isEmpty()) {
      return again(security, problem);
    }
    return accounts.add(name, password, ReachInput.of(workspace, form)).isPresent()
        ? Redirects.to("/access")
        : again(security, "access.name-taken");
  }

  private Response invite(String name, Reach reach, SecurityContext security) {
    if (!NewPassword.isName(name)) {
      return again(security, "account.name-needed");
    }
    return accounts
        .invite(name, reach)
        .map(account -> show(security, "", invitations.link(account), ""))
        .orElseGet(() -> again(security, "access.name-taken"));
  }
}
