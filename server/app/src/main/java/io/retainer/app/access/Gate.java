package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.BeforeSecondStep;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Public;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.SignedBySender;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every request passes here: is it allowed, and does a change come from our own pages. What has no
 * rule is refused.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public final class Gate implements ContainerRequestFilter {

  private static final int LARGEST_FORM = 1 << 20;

  /** For how long a thread waits for a form of somebody it does not know. */
  private static final Duration LONGEST_OF_STRANGERS = Duration.ofSeconds(20);

  private final Consumer<ClientId> known;

  @Context private ResourceInfo operation;

  /**
   * @param known refuses a client that the thread does not see like one that does not exist
   */
  public Gate(Consumer<ClientId> known) {
    this.known = known;
  }

  Gate(ResourceInfo operation) {
    this(client -> {});
    this.operation = operation;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    var visit = (Visit) request.getSecurityContext().getUserPrincipal();
    ClientScope.ALL.enter();
    if (!isPublic()) {
      if (!allows(visit, request)) {
        return;
      }
      if (owesFirst(visit, request)) {
        return;
      }
      visit.account().orElseThrow().scope().enter();
    }
    request.setEntityStream(new LimitedStream(request.getEntityStream(), LARGEST_FORM));
    if (visit.account().isEmpty()) {
      request.setEntityStream(new HurriedStream(request.getEntityStream(), LONGEST_OF_STRANGERS));
    }
    if (isChange(request) && !bringsToken(request) && !isSignedBySender()) {
      refuseForeignSites(request);
      refuseForeignForms(request, visit);
    }
    if (!isPublic()) {
      refuseForeignClients(visit.account().orElseThrow(), request);
    }
  }

  /**
   * Once more than the stores do: who forgets to ask them is stopped here. What checks its own form
   * names its client after that.
   */
  private void refuseForeignClients(Account who, ContainerRequestContext request) {
    boolean concernsAll =
        operation.getResourceMethod().isAnnotationPresent(OfAllClients.class)
            || operation
                .getResourceMethod()
                .getDeclaringClass()
                .isAnnotationPresent(OfAllClients.class);
    if (concernsAll && who.isLimited()) {
      throw Problem.forbidden(
          "This concerns all clients, and you see only some of them. Ask an owner for it.");
    }
    String named =
        request.getUriInfo() == null
            ? null
            : request.getUriInfo().getPathParameters().getFirst("client");
    if (named != null && !checksItsFormItself()) {
      known.accept(Input.value(named, ClientId::new));
    }
  }

  private boolean isPublic() {
    return operation.getResourceMethod().isAnnotationPresent(Public.class);
  }

  private boolean isSignedBySender() {
    return operation.getResourceMethod().isAnnotationPresent(SignedBySender.class);
  }

  private boolean allows(Visit visit, ContainerRequestContext request) {
    Requires rule = operation.getResourceMethod().getAnnotation(Requires.class);
    if (rule == null) {
      throw Problem.forbidden("Nobody is allowed to do this: it has no rule.");
    }
    if (visit.may(rule.value())) {
      return true;
    }
    if (visit.account().isPresent()) {
      throw Problem.forbidden(needed(rule.value()));
    }
    if (request.getUriInfo().getPath().startsWith("api/")) {
      throw Problem.unauthenticated();
    }
    request.abortWith(Response.seeOther(signIn(visit, request)).build());
    return false;
  }

  /** In whole sentences, so that pages can say each in other languages. */
  private static String needed(Role role) {
    return switch (role) {
      case OWNER -> "This needs the role \"owner\". Ask an owner for it.";
      case MANAGER -> "This needs the role \"manager\". Ask an owner for it.";
      case AUTHOR -> "This needs the role \"author\". Ask an owner for it.";
      case VIEWER, STAKEHOLDER -> "This needs the role \"viewer\". Ask an owner for it.";
    };
  }

  /** Who has to set up a second step does that before anything else. */
  private boolean owesFirst(Visit visit, ContainerRequestContext request) {
    if (!visit.account().orElseThrow().owesSecondStep()
        || operation
            .getResourceMethod()
            .getDeclaringClass()
            .isAnnotationPresent(BeforeSecondStep.class)) {
      return false;
    }
    if (isChange(request) || request.getUriInfo().getPath().startsWith("api/")) {
      throw Problem.forbidden(
          "Your role needs two-step sign-in. Set it up on the page /account/second-step first.");
    }
    request.abortWith(Response.seeOther(URI.create("/account/second-step")).build());
    return true;
  }

  /** Without a host: the one in the request is whatever the caller wrote there. */
  private static URI signIn(Visit visit, ContainerRequestContext request) {
    var address = UriBuilder.fromPath("/sign-in");
    return request.getMethod().equals("GET") && !visit.path().equals("/")
        ? address.queryParam("next", "{next}").build(visit.path())
        : address.build();
  }

  private static boolean isChange(ContainerRequestContext request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS" -> false;
      default -> true;
    };
  }

  /**
   * A browser never adds such a header by itself, so no foreign page can make it. It does add the
   * name and password of a proxy in front ("Basic"), which therefore is no token.
   */
  private static boolean bringsToken(ContainerRequestContext request) {
    return Visits.isToken(request.getHeaderString(HttpHeaders.AUTHORIZATION));
  }

  private static void refuseForeignSites(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw Problem.forbidden("This form was sent from another site.");
    }
  }

  /** Such an operation reads its body as a stream, and checks the first part of it. */
  private boolean checksItsFormItself() {
    Consumes taken = operation.getResourceMethod().getAnnotation(Consumes.class);
    return taken != null && List.of(taken.value()).contains(MediaType.MULTIPART_FORM_DATA);
  }

  private void refuseForeignForms(ContainerRequestContext request, Visit visit) throws IOException {
    if (checksItsFormItself()) {
      return;
    }
    MediaType type = request.getMediaType();
    String sent = request.getHeaderString("X-CSRF-Token");
    if (type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      byte[] body = request.getEntityStream().readNBytes(LARGEST_FORM + 1);
      if (body.length > LARGEST_FORM) {
        throw Problem.tooLarge("A form has at most 1 MB.");
      }
      request.setEntityStream(new ByteArrayInputStream(body));
      sent = Form.parse(new String(body, StandardCharsets.UTF_8)).text("csrf");
    }
    if (!visit.hasSent(sent)) {
      throw Problem.forbidden(
          "The form was too old or not from this browser. Open the page again and repeat.");
    }
  }
}
