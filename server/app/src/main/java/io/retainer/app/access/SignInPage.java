package io.retainer.app.access;

import io.retainer.app.oidc.OpenIdProvider;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The page with the ways in. */
public final class SignInPage {

  private final OwnerLink link;
  private final Optional<OpenIdProvider> provider;
  private final Pages pages;

  public SignInPage(OwnerLink link, Optional<OpenIdProvider> provider, Pages pages) {
    this.link = link;
    this.provider = provider;
    this.pages = pages;
  }

  /**
   * @param problem key of a text, empty at first
   * @param provider what it is called, when there is one
   * @param first whether the server still waits for its owner
   */
  public record SignIn(
      String name, String next, String problem, Optional<String> provider, boolean first) {

    /** The way to the provider; an address with parameters of its own arrives whole. */
    public String providerPath() {
      return "/sign-in/provider?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
  }

  Response show(SecurityContext security, String next) {
    return pages.show(
        Visit.of(security), Page.Section.NONE, "sign-in.title", "sign-in", view("", next, ""));
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
        view(name, next, problem));
  }

  private SignIn view(String name, String next, String problem) {
    return new SignIn(
        name, Redirects.local(next), problem, provider.map(OpenIdProvider::name), link.isNeeded());
  }
}
