package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Optional;

/** One's own account and the provider: connected, and no longer. */
@Path("/account/provider")
public final class ProviderAccountPages {

  private final Accounts accounts;
  private final Identities identities;
  private final Proofs proofs;
  private final Doors doors;
  private final Notices notices;
  private final Optional<Arrivals> arrivals;
  private final Pages pages;

  public ProviderAccountPages(
      Accounts accounts,
      Identities identities,
      Proofs proofs,
      Doors doors,
      Notices notices,
      Optional<Arrivals> arrivals,
      Pages pages) {
    this.accounts = accounts;
    this.identities = identities;
    this.proofs = proofs;
    this.doors = doors;
    this.notices = notices;
    this.arrivals = arrivals;
    this.pages = pages;
  }

  /**
   * @param way to the provider; empty when it cannot be reached or the password is wrong
   * @param problem key of a text
   */
  public record Connecting(String name, Optional<String> way, String problem) {}

  /**
   * With the password: who makes a browser that is signed in come back from the provider as
   * somebody else would have a key to the account.
   */
  @POST
  @Requires(Role.STAKEHOLDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response connect(String body, @Context SecurityContext security) {
    Account account = person(Visit.of(security));
    Arrivals there = arrivals();
    String problem = proofs.password(account, Form.parse(body).raw("current"));
    if (!problem.isEmpty()) {
      return show(security, there, Optional.empty(), problem);
    }
    Errand errand = Errand.fresh(Errand.Kind.CONNECT, account.id());
    Optional<String> way = there.way(errand).map(URI::toString);
    Response page = show(security, there, way, way.isEmpty() ? "sign-in.provider-silent" : "");
    return Response.fromResponse(page).cookie(doors.errand(errand, security)).build();
  }

  private Response show(
      SecurityContext security, Arrivals there, Optional<String> way, String problem) {
    var view = new Connecting(there.provider().name(), way, problem);
    return problem.isEmpty()
        ? pages.show(
            Visit.of(security), Page.Section.NONE, "provider.connect", "provider-connect", view)
        : pages.showAgain(
            Visit.of(security), Page.Section.NONE, "provider.connect", "provider-connect", view);
  }

  /** Who has no password would not come in again. */
  @POST
  @Path("remove")
  @Requires(Role.STAKEHOLDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response disconnect(String body, @Context SecurityContext security) {
    Account account = person(Visit.of(security));
    String problem = proofs.password(account, Form.parse(body).raw("current"));
    if (!problem.isEmpty()) {
      return show(security, arrivals(), Optional.empty(), problem);
    }
    identities.unlink(account);
    notices.tell(account, Notices.Change.PROVIDER_OFF, Visit.of(security).language());
    return Redirects.to("/account");
  }

  private Arrivals arrivals() {
    return arrivals.orElseThrow(
        () -> Problem.missing("No provider is set; an operator sets retainer.oidc.issuer."));
  }

  private Account person(Visit visit) {
    return accounts
        .find(visit.account().orElseThrow().id())
        .orElseThrow(() -> Problem.conflict("This page is for people, not for an API token."));
  }
}
