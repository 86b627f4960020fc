package io.retainer.app.shell;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/** A server that works behind others answers those that watch over it, and nobody else. */
@Provider
@PreMatching
@Priority(1)
public final class WithoutPages implements ContainerRequestFilter {

  private static final Set<String> FOR_MONITORS = Set.of("status", "api/v1/metrics");

  /** Misdirected Request, RFC 9110: another server answers it. */
  private static final int MISDIRECTED = 421;

  private final URI pages;

  /**
   * @param pages where they are
   */
  public WithoutPages(URI pages) {
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!FOR_MONITORS.contains(request.getUriInfo().getPath())) {
      Problem problem =
          Problem.of(
              MISDIRECTED,
              "This server makes reports and sends mails (retainer.role = worker). Pages and the"
                  + " API are at "
                  + pages
                  + ".");
      request.abortWith(ProblemMapper.json(problem));
    }
  }
}
