package io.retainer.app.shell;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** What browsers are told to refuse, on every answer. */
@Provider
public final class SecurityHeaders implements ContainerResponseFilter {

  /** Of a page that carries pictures in itself: the logos of an issue. */
  public static final String WITH_PICTURES = policy("'self' data:");

  public static final String POLICY_HEADER = "Content-Security-Policy";

  private static final String POLICY = policy("'self'");

  private static String policy(String pictures) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src "
        + pictures
        + "; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var headers = response.getHeaders();
    if (!headers.containsKey(POLICY_HEADER)) {
      headers.putSingle(POLICY_HEADER, POLICY);
    }
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("X-Frame-Options", "DENY");
    // A page whose address is a secret tells it to nobody.
    if (!headers.containsKey("Referrer-Policy")) {
      headers.putSingle("Referrer-Policy", "same-origin");
    }
    headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
    headers.putSingle("Cross-Origin-Resource-Policy", "same-origin");
    headers.putSingle("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
      headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (request.getSecurityContext() != null && request.getSecurityContext().isSecure()) {
      headers.putSingle("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
