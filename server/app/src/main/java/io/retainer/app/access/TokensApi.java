package io.retainer.app.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** API tokens, for programs of owners. */
@OfAllClients
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
public final class TokensApi {

  private final Workspace workspace;
  private final Accounts accounts;
  private final ApiTokens tokens;

  public TokensApi(Workspace workspace, Accounts accounts, ApiTokens tokens) {
    this.workspace = workspace;
    this.accounts = accounts;
    this.tokens = tokens;
  }

  /** Without their secrets, which are kept nowhere. */
  @GET
  @Requires(Role.OWNER)
  public String list() {
    Map<String, List<String>> scopes = accounts.scopes();
    return Json.text(Json.array(tokens.all(), token -> json(token, scopes)));
  }

  private static ObjectNode json(ApiToken token, Map<String, List<String>> scopes) {
    ObjectNode json =
        Json.object()
            .put("id", token.id())
            .put("label", token.label())
            .put("role", token.role().word());
    json.set("clients", ReachJson.clients(token.isLimited(), token.id(), scopes));
    return json.put("created", token.created().toString())
        .put("expires", token.expires().toString())
        .put("used", token.used().map(Instant::toString).orElse(null));
  }

  /** The answer has the secret, for the only time. */
  @POST
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    String label = input.required("label");
    if (!label.isEmpty() && !NewPassword.isName(label)) {
      input.problem("\"label\" is one line of up to 200 characters");
    }
    String days = input.numberOrText("days").orElse("90");
    Optional<Duration> lifetime = input.read(days, ApiTokens::lifetime);
    Optional<String> person = input.text("person");
    Reach reach = ReachInput.of(workspace, input);
    Account by = maker(Visit.of(security).account().orElseThrow(), person);
    String secret = tokens.add(label, reach, lifetime.orElseThrow(), by);
    return Response.status(Response.Status.CREATED)
        .entity(Json.text(Json.object().put("label", label).put("token", secret)))
        .build();
  }

  /** A token goes with the person it is of: who asks, whose token asks, or who is named. */
  private Account maker(Account asking, Optional<String> named) {
    if (named.isPresent()) {
      return accounts.all().stream()
          .filter(account -> account.name().equals(named.get()))
          .findFirst()
          .orElseThrow(() -> Problem.invalid("There is nobody called \"" + named.get() + "\"."));
    }
    return accounts
        .find(tokens.maker(asking.id()).orElse(asking.id()))
        .orElseThrow(
            () ->
                Problem.invalid(
                    "Name the \"person\" that the token is of: it ends when they are removed."));
  }

  @DELETE
  @Path("{id}")
  @Requires(Role.OWNER)
  public Response revoke(@PathParam("id") String id) {
    if (!tokens.revoke(id)) {
      throw Problem.missing("There is no token \"" + id + "\".");
    }
    return Response.noContent().build();
  }
}
