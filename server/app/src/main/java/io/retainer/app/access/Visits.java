package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.ClientScope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.security.Principal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out who a request comes from: a token, a signed-in browser, or nobody. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class Visits implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String NEW_VISIT = Visits.class.getName() + ".new";
  private static final String BEARER = "bearer ";
  private static final int LONGEST_SECRET = 200;

  private final Sessions sessions;
  private final ApiTokens tokens;
  private final ControlToken control;
  private final boolean publicIsSecure;

  /**
   * @param publicIsSecure whether browsers reach us over https, by a proxy in front
   */
  public Visits(Sessions sessions, ApiTokens tokens, ControlToken control, boolean publicIsSecure) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.control = control;
    this.publicIsSecure = publicIsSecure;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean secure = publicIsSecure || request.getSecurityContext().isSecure();
    request.setSecurityContext(new OfVisit(visit(request), secure));
  }

  private Visit visit(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    String query = request.getUriInfo().getRequestUri().getRawQuery();
    // A page that answers a form cannot be asked for again; from there one comes back to the start.
    boolean isForm = request.getMethod().equals("POST");
    String address = isForm ? "/" : "/" + path + (query == null ? "" : "?" + query);
    String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      // Forms of a program carry nothing; for what is no token no form could carry the right word.
      String csrf = isToken(authorization) ? "" : Secrets.fresh();
      return visit(request, () -> bearer(authorization), bearer(authorization), csrf, address);
    }
    Optional<String> session = cookie(request, Cookies.SESSION);
    Supplier<Optional<Account>> presence =
        path.startsWith("assets/") ? Optional::empty : () -> session.flatMap(sessions::holder);
    Optional<Account> account = presence.get();
    String secret =
        account.isPresent()
            ? session.orElseThrow()
            : cookie(request, Cookies.VISIT).orElseGet(() -> newVisit(request));
    return visit(request, presence, account, Secrets.derived("csrf", secret), address);
  }

  private static Visit visit(
      ContainerRequestContext request,
      Supplier<Optional<Account>> presence,
      Optional<Account> account,
      String csrf,
      String address) {
    Language language =
        cookie(request, Cookies.LANGUAGE)
            .flatMap(Language::tagged)
            .orElseGet(
                () ->
                    Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                        .map(Language::accepted)
                        .orElse(Language.EN));
    Visit.Theme theme =
        cookie(request, Cookies.THEME).map(Visits::theme).orElse(Visit.Theme.SYSTEM);
    return new Visit(account, language, theme, csrf, address, presence);
  }

  static Visit.Theme theme(String word) {
    return switch (word) {
      case "light" -> Visit.Theme.LIGHT;
      case "dark" -> Visit.Theme.DARK;
      default -> Visit.Theme.SYSTEM;
    };
  }

  private Optional<Account> bearer(String authorization) {
    return secret(authorization)
        .flatMap(secret -> control.holder(secret).or(() -> tokens.holder(secret)));
  }

  /** The secret of a token; empty for what is none. */
  static Optional<String> secret(String authorization) {
    return isToken(authorization) && authorization.length() <= LONGEST_SECRET
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  /**
   * @param authorization the header, null without one
   */
  static boolean isToken(String authorization) {
    return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER);
  }

  private static Optional<String> cookie(ContainerRequestContext request, String name) {
    Cookie cookie = request.getCookies().get(name);
    return Optional.ofNullable(cookie)
        .map(Cookie::getValue)
        .filter(value -> !value.isBlank() && value.length() <= LONGEST_SECRET);
  }

  private static String newVisit(ContainerRequestContext request) {
    String secret = Secrets.fresh();
    request.setProperty(NEW_VISIT, secret);
    return secret;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    ClientScope.leave();
    boolean page =
        response.getMediaType() != null && response.getMediaType().getSubtype().equals("html");
    if (page && request.getProperty(NEW_VISIT) instanceof String secret) {
      response
          .getHeaders()
          .add(
              HttpHeaders.SET_COOKIE,
              Cookies.set(
                  Cookies.VISIT,
                  secret,
                  Duration.ofDays(1),
                  request.getSecurityContext().isSecure()));
    }
  }

  private record OfVisit(Visit visit, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return visit;
    }

    @Override
    public boolean isUserInRole(String role) {
      return visit.account().filter(who -> who.role().word().equals(role)).isPresent();
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return null;
    }
  }
}
