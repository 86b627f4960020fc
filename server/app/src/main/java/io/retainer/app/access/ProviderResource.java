package io.retainer.app.access;

import io.retainer.app.access.Arrivals.Answer;
import io.retainer.app.access.Arrivals.Browser;
import io.retainer.app.access.Arrivals.Outcome;
import io.retainer.app.audit.AuditFilter;
import io.retainer.app.oidc.ProviderException;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.SignedBySender;
import io.retainer.app.shell.SignsIn;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the OpenID provider and back; without one, to the sign-in page. */
@Path("/sign-in/provider")
public final class ProviderResource {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderResource.class);

  private final Optional<Arrivals> arrivals;
  private final URI server;
  private final Throttle throttle;
  private final Doors doors;
  private final SignInPage signIn;
  private final Pages pages;

  /**
   * @param server where browsers reach it
   */
  public ProviderResource(
      Optional<Arrivals> arrivals,
      URI server,
      Throttle throttle,
      Doors doors,
      SignInPage signIn,
      Pages pages) {
    this.arrivals = arrivals;
    this.server = server;
    this.throttle = throttle;
    this.doors = doors;
    this.signIn = signIn;
    this.pages = pages;
  }

  /**
   * A link and no form: browsers do not let a form of ours lead to another site.
   *
   * @param invitation its secret; null without one
   */
  @GET
  @Public
  public Response leave(
      @QueryParam("next") String next,
      @QueryParam("invitation") String invitation,
      @Context SecurityContext security) {
    if (arrivals.isEmpty()) {
      return Redirects.to("/sign-in");
    }
    Errand errand =
        invitation == null
            ? Errand.fresh(Errand.Kind.ENTER, Redirects.local(next))
            : Errand.fresh(Errand.Kind.ACCEPT, invitation);
    return arrivals
        .get()
        .way(errand)
        .map(way -> Response.seeOther(way).cookie(doors.errand(errand, security)).build())
        .orElseGet(() -> refused(security, "sign-in.provider-silent"));
  }

  @GET
  @Public
  @SignsIn
  @Path("callback")
  public Response back(
      @QueryParam("code") String code,
      @QueryParam("state") String state,
      @QueryParam("iss") String issuer,
      @CookieParam(Cookies.PROVIDER) String cookie,
      @Context SecurityContext security,
      @Context HttpServletRequest request) {
    if (arrivals.isEmpty()) {
      return Redirects.to("/sign-in");
    }
    String address = request.getRemoteAddr();
    if (throttle.wait(address).isPresent()) {
      return refused(security, "sign-in.wait-a-little");
    }
    Visit visit = Visit.of(security);
    Outcome outcome =
        arrivals
            .get()
            .of(
                new Answer(code, state, issuer),
                new Browser(cookie, visit.account(), visit.language()));
    if (outcome instanceof Outcome.Entered entered) {
      request.setAttribute(AuditFilter.WHO, entered.account().name());
      return doors.byProvider(entered, security);
    }
    if (outcome instanceof Outcome.Refused refused) {
      // For each question to the provider a thread of ours waits. Where none was asked, another
      // site may have sent the browser here, to keep all who share its address out.
      if (refused.isAsked()) {
        throttle.failed(address);
      }
      return refused(security, refused.problem());
    }
    return Redirects.to("/account", doors.withoutErrand(security));
  }

  /**
   * The provider says that somebody's session has ended there (OpenID Connect Back-Channel Logout).
   *
   * @param body has a token that the provider has signed
   */
  @POST
  @Public
  @SignedBySender
  @Path("logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logout(String body, @Context HttpServletRequest request) {
    if (arrivals.isEmpty()) {
      throw Problem.missing("No sign-in service is set here.");
    }
    String address = request.getRemoteAddr();
    if (throttle.wait(address).isPresent()) {
      throw Problem.tooMany("Too many logout tokens from there were not good. Wait a little.");
    }
    try {
      arrivals
          .get()
          .signedOut(Form.parse(body).text("logout_token"))
          .ifPresent(account -> request.setAttribute(AuditFilter.WHO, account.name()));
      return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    } catch (ProviderException e) {
      throttle.failed(address);
      LOG.warn("Nobody is signed out by the provider: {}", e.getMessage(), e);
      throw Problem.invalid("The logout token is not good: " + e.getMessage() + ".");
    }
  }

  private Response refused(SecurityContext security, String problem) {
    Response page = signIn.again(security, "", "/", problem);
    return Response.fromResponse(page).cookie(doors.withoutErrand(security)).build();
  }

  /**
   * @param out where one signs out there; empty when there is no such place just now
   */
  public record SignedOut(String name, Optional<String> out) {}

  /** After signing out here: there one may still be signed in. */
  @GET
  @Public
  @Path("out")
  public Response out(@Context SecurityContext security) {
    if (arrivals.isEmpty()) {
      return Redirects.to("/sign-in");
    }
    Optional<URI> out = arrivals.get().provider().wayOut(server.resolve("/sign-in"));
    return pages.show(
        Visit.of(security),
        Page.Section.NONE,
        "signed-out.title",
        "signed-out",
        new SignedOut(arrivals.get().provider().name(), out.map(URI::toString)));
  }
}
