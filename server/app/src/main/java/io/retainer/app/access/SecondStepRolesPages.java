package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has to have a second step, and the way back for those who lost it. For owners. */
@OfAllClients
@Path("/access/second-step")
public final class SecondStepRolesPages {

  private final Accounts accounts;
  private final SecondSteps steps;
  private final Notices notices;

  public SecondStepRolesPages(Accounts accounts, SecondSteps steps, Notices notices) {
    this.accounts = accounts;
    this.steps = steps;
    this.notices = notices;
  }

  @POST
  @Path("roles")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response require(String body) {
    Set<Role> roles =
        Form.parse(body).all("role").stream()
            .map(word -> Input.value(word, Role::of))
            .collect(Collectors.toSet());
    steps.require(roles);
    return Redirects.to("/access");
  }

  @POST
  @Path("reset/{id}")
  @Requires(Role.OWNER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reset(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    Account account =
        accounts.find(id).orElseThrow(() -> Problem.missing("There is no person \"" + id + "\"."));
    if (steps.reset(account)) {
      notices.tell(account, Notices.Change.SECOND_STEP_OFF, Visit.of(security).language());
    }
    return Redirects.to("/access/accounts/" + account.id());
  }
}
