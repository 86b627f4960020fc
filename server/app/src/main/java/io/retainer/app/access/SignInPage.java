package io.retainer.app.access;

import io.retainer.app.oidc.OpenIdProvider;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Texts;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The page with the ways in. */
public final class SignInPage {

  /** Somebody is signed in at the provider who may not come in here; somebody else may. */
  private static final Set<String> STRANGERS =
      Set.of("sign-in.provider-unknown", "sign-in.provider-taken");

  private final OwnerLink link;
  private final Optional<OpenIdProvider> provider;
  private final Pages pages;

  public SignInPage(OwnerLink link, Optional<OpenIdProvider> provider, Pages pages) {
    this.link = link;
    this.provider = provider;
    this.pages = pages;
  }

  /**
   * @param problem what was wrong, empty at first
   * @param provider what it is called, when there is one
   * @param isStranger whether the provider knows who is here, and we do not
   * @param first whether the server still waits for its owner
   */
  public record SignIn(
      String name,
      String next,
      String problem,
      Optional<String> provider,
      boolean isStranger,
      boolean first) {

    /** The way to the provider; an address with parameters of its own arrives whole. */
    public String providerPath() {
      return "/sign-in/provider?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
  }

  Response show(SecurityContext security, String next) {
    return pages.show(
        Visit.of(security),
        Page.Section.NONE,
        "sign-in.title",
        "sign-in",
        shown("", next, "", false));
  }

  /**
   * @param problem key of the text that says what was wrong
   */
  Response again(SecurityContext security, String name, String next, String problem) {
    return pages.showAgain(
        Visit.of(security),
        Page.Section.NONE,
        "sign-in.title",
        "sign-in",
        shown(
            name,
            next,
            Texts.in(Visit.of(security).language()).text(problem),
            STRANGERS.contains(problem)));
  }

  /** Too many failures: for how long nothing more is tried. */
  Response wait(SecurityContext security, String name, String next, Duration left) {
    Visit visit = Visit.of(security);
    long seconds = Math.max(1, left.toSeconds() + (left.getNano() > 0 ? 1 : 0));
    String problem = Waits.text(Texts.in(visit.language()), seconds);
    return pages.showLater(
        visit,
        Page.Section.NONE,
        "sign-in.title",
        "sign-in",
        shown(name, next, problem, false),
        seconds);
  }

  private SignIn shown(String name, String next, String problem, boolean isStranger) {
    return new SignIn(
        name,
        Redirects.local(next),
        problem,
        provider.map(OpenIdProvider::name),
        isStranger,
        link.isNeeded());
  }
}
