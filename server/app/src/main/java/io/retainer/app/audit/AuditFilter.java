package io.retainer.app.audit;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.ChangesNothing;
import io.retainer.app.shell.Download;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.Route;
import io.retainer.app.shell.SignsIn;
import io.retainer.app.shell.Visit;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes down every change and every download before it is done, and what became of it. What cannot
 * be written down is not done. What nobody may ask for without a sign-in is not written down when
 * nobody asks, else strangers could fill the log.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 1)
public final class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

  /** Property of a request by which an operation says who it has just let in. */
  public static final String WHO = AuditFilter.class.getName() + ".who";

  /** Property of a request that says where it comes from; the front door sets it. */
  public static final String ADDRESS = AuditFilter.class.getName() + ".address";

  /** Property of a request that says what it is about, as a path, where its own is a secret. */
  public static final String ABOUT = AuditFilter.class.getName() + ".about";

  private static final String ENTRY = AuditFilter.class.getName() + ".entry";

  private final AuditLog log;

  @Context private ResourceInfo operation;

  public AuditFilter(AuditLog log) {
    this.log = log;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<Account> account = Visit.of(request.getSecurityContext()).account();
    if (!isLogged(request) || account.isEmpty() && !isOpen()) {
      return;
    }
    String route = Route.of(operation);
    String path = "/" + request.getUriInfo().getPath(false);
    String shown = route.contains("{secret") ? route : path;
    var asked =
        new AuditLog.Asked(
            account.map(Account::name).orElse(""),
            account.map(who -> who.role().word()).orElse(""),
            account.map(Account::id).orElse(""),
            Objects.toString(request.getProperty(ADDRESS), ""),
            request.getMethod(),
            route,
            shown);
    request.setProperty(ENTRY, log.begin(asked));
    request.setProperty(AuditedParts.name(), new AuditedParts(log, asked));
  }

  private boolean isLogged(ContainerRequestContext request) {
    return isLogged(
        request.getMethod(), operation.getResourceMethod(), request.getUriInfo().getPath());
  }

  static boolean isLogged(String method, Method code, String path) {
    return switch (method) {
      case "GET", "HEAD" ->
          code.isAnnotationPresent(Download.class) || code.isAnnotationPresent(SignsIn.class);
      case "OPTIONS" -> false;
      default -> !code.isAnnotationPresent(ChangesNothing.class) && !path.equals("preferences");
    };
  }

  private boolean isOpen() {
    return operation.getResourceMethod().isAnnotationPresent(Public.class);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(ENTRY) instanceof AuditLog.Begun begun) {
      String about = Objects.toString(request.getProperty(ABOUT), null);
      log.end(
          begun,
          response.getStatus(),
          Optional.ofNullable(request.getProperty(WHO)).map(Object::toString),
          about == null ? response.getHeaderString(HttpHeaders.LOCATION) : about);
    }
  }
}
