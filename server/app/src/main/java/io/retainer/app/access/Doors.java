package io.retainer.app.access;

import io.retainer.app.access.Arrivals.Outcome;
import io.retainer.app.shell.Account;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;

/** Lets a browser in, or as far as to the question for a code. */
public final class Doors {

  private static final Duration TO_PROVIDER_AND_BACK = Duration.ofMinutes(10);

  private final Sessions sessions;
  private final SecondSteps steps;
  private final HalfwayIn halfway;
  private final Devices devices;

  public Doors(Sessions sessions, SecondSteps steps, HalfwayIn halfway, Devices devices) {
    this.sessions = sessions;
    this.steps = steps;
    this.halfway = halfway;
    this.devices = devices;
  }

  /** Whose password was right. */
  Response byPassword(Account account, String next, SecurityContext security) {
    return open(new Outcome.Entered(account, false, next), security);
  }

  /** Who has given the code as well. */
  Response byCode(Account account, String next, SecurityContext security) {
    Response in = enter(new Outcome.Entered(account, false, next), security);
    return Response.fromResponse(in)
        .cookie(Cookies.clear(Cookies.HALFWAY, security.isSecure()))
        .build();
  }

  /** For whom the provider vouches. */
  Response byProvider(Outcome.Entered entered, SecurityContext security) {
    return Response.fromResponse(open(entered, security)).cookie(withoutErrand(security)).build();
  }

  private Response open(Outcome.Entered entered, SecurityContext security) {
    return asksForCode(entered)
        ? askForCode(entered.account(), entered.next(), security)
        : enter(entered, security);
  }

  /** Who has proven a second step elsewhere is not asked for ours as well. */
  boolean asksForCode(Outcome.Entered entered) {
    return !entered.withSecondStep() && steps.isOn(entered.account());
  }

  private Response askForCode(Account account, String next, SecurityContext security) {
    return Redirects.to(
        UriBuilder.fromPath("/sign-in/code")
            .queryParam("next", "{next}")
            .build(Redirects.local(next))
            .toString(),
        Cookies.set(
            Cookies.HALFWAY, halfway.open(account), HalfwayIn.LIFETIME, security.isSecure()));
  }

  private Response enter(Outcome.Entered entered, SecurityContext security) {
    return Redirects.to(
        Redirects.local(entered.next()),
        Cookies.set(
            Cookies.SESSION,
            sessions.open(entered.account(), entered.withSecondStep()),
            Sessions.LONGEST,
            security.isSecure()),
        Cookies.set(
            Cookies.DEVICE, devices.word(entered.account()), Devices.LIFETIME, security.isSecure()),
        Cookies.clear(Cookies.VISIT, security.isSecure()));
  }

  NewCookie errand(Errand errand, SecurityContext security) {
    return Cookies.set(
        Cookies.PROVIDER, errand.cookie(), TO_PROVIDER_AND_BACK, security.isSecure());
  }

  NewCookie withoutErrand(SecurityContext security) {
    return Cookies.clear(Cookies.PROVIDER, security.isSecure());
  }
}
