package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
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
import java.util.Map;

/** One person: what they may do and for which clients, and the end of it. For owners. */
@OfAllClients
@Path("/access/accounts/{id}")
public final class PersonPages {

  private final Workspace workspace;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondSteps steps;
  private final Identities identities;
  private final InvitationDesk invitations;
  private final Pages pages;

  public PersonPages(
      Workspace workspace,
      Accounts accounts,
      Sessions sessions,
      SecondSteps steps,
      Identities identities,
      InvitationDesk invitations,
      Pages pages) {
    this.workspace = workspace;
    this.accounts = accounts;
    this.sessions = sessions;
    this.steps = steps;
    this.identities = identities;
    this.invitations = invitations;
    this.pages = pages;
  }

  /**
   * @param isByClaim whether the provider's groups say at each sign-in what they may
   * @param reach role and clients, as they are or as somebody has just chosen them
   * @param invitation a link just made, shown this once
   * @param problem key of a text
   * @param problems keys of texts, by the name of the field
   */
  public record Person(
      Account account,
      boolean hasSecondStep,
      boolean isLocked,
      boolean isByClaim,
      List<Client> clients,
      ReachForm reach,
      String invitation,
      String problem,
      Map<String, String> problems) {

    /** Key of the text at a field; empty when nothing is wrong there. */
    public String problem(String field) {
      return problems.getOrDefault(field, "");
    }
  }

  @GET
  @Requires(Role.OWNER)
  public Response show(@PathParam("id") String id, @Context SecurityContext security) {
    return show(named(id), "", "", security);
  }

  private Response show(
      Account account, String invitation, String problem, SecurityContext security) {
    var reach = ReachForm.of(account, accounts.clients(account));
    return show(account, reach, invitation, problem, Map.of(), security);
  }

  private Response again(Account account, String problem, SecurityContext security) {
    return show(account, "", problem, security);
  }

  private Response show(
      Account account,
      ReachForm reach,
      String invitation,
      String problem,
      Map<String, String> problems,
      SecurityContext security) {
    var view =
        new Person(
            account,
            steps.isOn(account),
            accounts.isLocked(account),
            identities.find(account).filter(Identities.Known::byClaim).isPresent(),
            workspace.clients().all(),
            reach,
            invitation,
            problem,
            problems);
    return problem.isEmpty() && problems.isEmpty()
        ? pages.show(Visit.of(security), Page.Section.ACCESS, "access.person", "person", view)
        : pages.showAgain(Visit.of(security), Page.Section.ACCESS, "access.person", "person", view);
  }

  private Account named(String id) {
    return accounts
        .find(id)
        .orElseThrow(() -> Problem.missing("There is no person \"" + id + "\"."));
  }

  @POST
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    Account account = named(id);
    var chosen = ReachForm.of(Form.parse(body));
    if (!chosen.problems().isEmpty()) {
      return show(account, chosen, "", "", chosen.problems(), security);
    }
    return accounts.change(account, ReachInput.of(workspace, chosen))
        ? Redirects.to("/access")
        : again(account, "access.last-owner", security);
  }

  /** For who was not there yet, and for who has forgotten the password. */
  @POST
  @Path("invite")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response invite(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    Account account = named(id);
    return show(account, invitations.link(account), "", security);
  }

  @POST
  @Path("lock")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response lock(@PathParam("id") String id, String body, @Context SecurityContext security) {
    Account account = named(id);
    return accounts.lock(account)
        ? Redirects.to("/access/accounts/" + account.id())
        : again(account, "access.last-owner", security);
  }

  @POST
  @Path("unlock")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response unlock(@PathParam("id") String id, String body) {
    Account account = named(id);
    accounts.unlock(account);
    return Redirects.to("/access/accounts/" + account.id());
  }

  @POST
  @Path("sign-out")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(@PathParam("id") String id, String body) {
    sessions.closeAll(named(id));
    return Redirects.to("/access");
  }

  @POST
  @Path("remove")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    Account account = named(id);
    return accounts.remove(account)
        ? Redirects.to("/access")
        : again(account, "access.last-owner", security);
  }
}
