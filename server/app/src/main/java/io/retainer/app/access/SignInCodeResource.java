package io.retainer.app.access;

import io.retainer.app.audit.AuditFilter;
import io.retainer.app.shell.Account;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
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

/** The second step of signing in: a code, once the password was right. */
@Path("/sign-in/code")
public final class SignInCodeResource {

  private final HalfwayIn halfway;
  private final Proofs proofs;
  private final Doors doors;
  private final Pages pages;

  public SignInCodeResource(HalfwayIn halfway, Proofs proofs, Doors doors, Pages pages) {
    this.halfway = halfway;
    this.proofs = proofs;
    this.doors = doors;
    this.pages = pages;
  }

  /**
   * @param problem key of a text, empty at first
   */
  public record Code(String next, String problem) {}

  @GET
  @Public
  public Response form(
      @CookieParam(Cookies.HALFWAY) String secret,
      @QueryParam("next") String next,
      @Context SecurityContext security) {
    return halfway.who(secret).isEmpty()
        ? Redirects.to("/sign-in")
        : pages.show(
            Visit.of(security),
            Page.Section.NONE,
            "sign-in.code-title",
            "sign-in-code",
            new Code(Redirects.local(next), ""));
  }

  @POST
  @Public
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(
      String body,
      @CookieParam(Cookies.HALFWAY) String secret,
      @Context SecurityContext security,
      @Context HttpServletRequest request) {
    Optional<Account> account = halfway.who(secret);
    if (account.isEmpty()) {
      return Redirects.to("/sign-in", Cookies.clear(Cookies.HALFWAY, security.isSecure()));
    }
    request.setAttribute(AuditFilter.WHO, account.get().name());
    Form form = Form.parse(body);
    String next = Redirects.local(form.text("next"));
    Optional<Duration> wait = proofs.wait(account.get());
    if (wait.isPresent()) {
      return pages.showLater(
          Visit.of(security),
          Page.Section.NONE,
          "sign-in.code-title",
          "sign-in-code",
          new Code(next, "sign-in.wait-a-little"),
          Math.max(1, wait.get().plusMillis(999).toSeconds()));
    }
    String problem = proofs.code(account.get(), form.text("code"));
    if (!problem.isEmpty()) {
      return pages.showAgain(
          Visit.of(security),
          Page.Section.NONE,
          "sign-in.code-title",
          "sign-in-code",
          new Code(next, problem));
    }
    halfway.close(secret);
    return doors.byCode(account.get(), next, security);
  }
}
