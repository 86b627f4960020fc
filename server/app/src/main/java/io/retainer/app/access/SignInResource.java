package io.retainer.app.access;

import io.retainer.app.audit.AuditFilter;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in and out. */
@Path("/")
public final class SignInResource {

  private static final Logger LOG = LoggerFactory.getLogger(SignInResource.class);
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PASSWORD = 1_000;

  private final Accounts accounts;
  private final Sessions sessions;
  private final Throttle throttle;
  private final Identities identities;
  private final Doors doors;
  private final Devices devices;
  private final SignInPage page;

  // A slow hash is work an attacker could make us do; never on more than one thread at a time.
  private final Semaphore hashing = new Semaphore(1);

  public SignInResource(
      Accounts accounts,
      Sessions sessions,
      Throttle throttle,
      Identities identities,
      Doors doors,
      Devices devices,
      SignInPage page) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.throttle = throttle;
    this.identities = identities;
    this.doors = doors;
    this.devices = devices;
    this.page = page;
  }

  @GET
  @Public
  @Path("sign-in")
  public Response form(@QueryParam("next") String next, @Context SecurityContext security) {
    return Visit.of(security).account().isPresent() ? Redirects.to("/") : page.show(security, next);
  }

  @POST
  @Public
  @Path("sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(
      String body,
      @CookieParam(Cookies.DEVICE) String device,
      @Context SecurityContext security,
      @Context HttpServletRequest request) {
    Form form = Form.parse(body);
    if (isNobodys(form)) {
      return again(security, form, "sign-in.wrong");
    }
    waitForTurn();
    try {
      return signIn(form, device, request, security);
    } finally {
      hashing.release();
    }
  }

  /** What no account can have is neither hashed nor remembered. */
  private static boolean isNobodys(Form form) {
    int name = form.text("name").length();
    int password = form.raw("password").length();
    return name == 0 || name > LONGEST_NAME || password == 0 || password > LONGEST_PASSWORD;
  }

  /** One at a time, so that many guesses at once are counted like one after the other. */
  private Response signIn(
      Form form, String device, HttpServletRequest request, SecurityContext security) {
    String name = form.text("name");
    var who = new Throttle.Try(name, request.getRemoteAddr(), devices.known(device, name));
    Optional<Duration> wait = throttle.wait(who);
    if (wait.isPresent()) {
      LOG.warn("Sign-in from {} waits {} s after failures", who.address(), wait.get().toSeconds());
      return page.wait(security, name, form.text("next"), wait.get());
    }
    Optional<Account> account = accounts.signIn(name, form.raw("password"));
    if (account.isEmpty()) {
      // Of an account that there is; what else is typed here may be somebody's password.
      if (accounts.isTaken(name)) {
        request.setAttribute(AuditFilter.WHO, name);
      }
      throttle.failed(who);
      return again(security, form, "sign-in.wrong");
    }
    request.setAttribute(AuditFilter.WHO, account.get().name());
    throttle.succeeded(who);
    return doors.byPassword(account.get(), form.text("next"), security);
  }

  private void waitForTurn() {
    try {
      if (!hashing.tryAcquire(10, TimeUnit.SECONDS)) {
        throw Problem.tooMany("Too many people sign in at this moment. Try again in a minute.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.tooMany("The server stops just now. Try again in a minute.");
    }
  }

  private Response again(SecurityContext security, Form form, String problem) {
    return page.again(security, form.text("name"), form.text("next"), problem);
  }

  @POST
  @Public
  @Path("sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(
      String body, @CookieParam(Cookies.SESSION) String secret, @Context SecurityContext security) {
    if (secret != null) {
      sessions.close(secret);
    }
    boolean elsewhere = Visit.of(security).account().flatMap(identities::find).isPresent();
    return Redirects.to(
        elsewhere ? "/sign-in/provider/out" : "/sign-in",
        Cookies.clear(Cookies.SESSION, security.isSecure()));
  }
}
