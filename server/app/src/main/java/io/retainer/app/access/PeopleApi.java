package io.retainer.app.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may come in, for programs of owners. */
@OfAllClients
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
public final class PeopleApi {

  private final Workspace workspace;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondSteps steps;
  private final InvitationDesk invitations;

  public PeopleApi(
      Workspace workspace,
      Accounts accounts,
      Sessions sessions,
      SecondSteps steps,
      InvitationDesk invitations) {
    this.workspace = workspace;
    this.accounts = accounts;
    this.sessions = sessions;
    this.steps = steps;
    this.invitations = invitations;
  }

  @GET
  @Requires(Role.OWNER)
  public String list() {
    Map<String, List<String>> scopes = accounts.scopes();
    Set<String> locked = accounts.locked();
    Set<String> inTwoSteps = steps.holders();
    return Json.text(
        Json.array(accounts.all(), account -> json(account, scopes, locked, inTwoSteps)));
  }

  private static ObjectNode json(
      Account account, Map<String, List<String>> scopes, Set<String> locked, Set<String> twoSteps) {
    ObjectNode json =
        Json.object()
            .put("id", account.id())
            .put("name", account.name())
            .put("role", account.role().word());
    json.set("clients", ReachJson.clients(account.isLimited(), account.id(), scopes));
    return json.put("locked", locked.contains(account.id()))
        .put("twoSteps", twoSteps.contains(account.id()));
  }

  /** The answer has the link by which they choose how they sign in, for the only time. */
  @POST
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response invite(String body) {
    JsonInput input = JsonInput.parse(body);
    String name = input.required("name");
    if (!name.isEmpty() && !NewPassword.isName(name)) {
      input.problem("\"name\" is one line of up to 200 characters");
    }
    Reach reach = ReachInput.of(workspace, input);
    Account account =
        accounts
            .invite(name, reach)
            .orElseThrow(() -> Problem.conflict("There is somebody called \"" + name + "\"."));
    return Response.created(URI.create("/api/v1/people/" + account.id()))
        .entity(Json.text(shown(account).put("invitation", invitations.link(account))))
        .build();
  }

  @GET
  @Path("{id}")
  @Requires(Role.OWNER)
  public String read(@PathParam("id") String id) {
    return Json.text(shown(named(id)));
  }

  private ObjectNode shown(Account account) {
    return json(account, accounts.scopes(), accounts.locked(), steps.holders());
  }

  private Account named(String id) {
    return accounts
        .find(id)
        .orElseThrow(() -> Problem.missing("There is no person \"" + id + "\"."));
  }

  /** Holds from their next request on. */
  @PUT
  @Path("{id}")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String change(@PathParam("id") String id, String body) {
    Account account = named(id);
    JsonInput input = JsonInput.parse(body);
    input.mayHave("id", "name", "locked", "twoSteps");
    if (!accounts.change(account, ReachInput.of(workspace, input))) {
      throw lastOwner();
    }
    return Json.text(shown(named(id)));
  }

  private static Problem lastOwner() {
    return Problem.conflict(
        "Somebody has to be the owner. Make another person an owner first, or unlock one.");
  }

  @DELETE
  @Path("{id}")
  @Requires(Role.OWNER)
  public Response remove(@PathParam("id") String id) {
    if (!accounts.remove(named(id))) {
      throw lastOwner();
    }
    return Response.noContent().build();
  }

  /** An earlier link of the same person stops working. */
  @POST
  @Path("{id}/invitation")
  @Requires(Role.OWNER)
  public String invitation(@PathParam("id") String id) {
    return Json.text(Json.object().put("invitation", invitations.link(named(id))));
  }

  @POST
  @Path("{id}/lock")
  @Requires(Role.OWNER)
  public String lock(@PathParam("id") String id) {
    if (!accounts.lock(named(id))) {
      throw lastOwner();
    }
    return Json.text(shown(named(id)));
  }

  @POST
  @Path("{id}/unlock")
  @Requires(Role.OWNER)
  public String unlock(@PathParam("id") String id) {
    accounts.unlock(named(id));
    return Json.text(shown(named(id)));
  }

  @POST
  @Path("{id}/sign-out")
  @Requires(Role.OWNER)
  public Response signOut(@PathParam("id") String id) {
    sessions.closeAll(named(id));
    return Response.noContent().build();
  }
}
