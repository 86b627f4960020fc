package io.retainer.app;

import io.retainer.app.shell.Visit;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Whoever asks for a page, as the container tells it. */
public record Visitor(Visit visit) implements SecurityContext {

  @Override
  public Principal getUserPrincipal() {
    return visit;
  }

  @Override
  public boolean isUserInRole(String role) {
    throw new AssertionError("Roles are the visit's business");
  }

  @Override
  public boolean isSecure() {
    return true;
  }

  @Override
  public String getAuthenticationScheme() {
    return SecurityContext.FORM_AUTH;
  }
}
