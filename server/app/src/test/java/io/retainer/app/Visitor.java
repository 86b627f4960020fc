package io.retainer.app;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Language;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** Whoever asks for a page, as the container tells it. */
public record Visitor(Visit visit) implements SecurityContext {

  /** An account manager whose browser asks in English. */
  public static Visitor manager(String name) {
    return new Visitor(
        new Visit(
            Optional.of(new Account(name, name, Role.MANAGER)),
            Language.EN,
            Visit.Theme.SYSTEM,
            "",
            "/"));
  }

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
