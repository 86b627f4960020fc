package io.retainer.app.metrics;

import io.prometheus.metrics.model.snapshots.Unit;
import io.retainer.app.shell.Route;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Times each request. Routes are those of the code, so their number does not grow with visitors.
 */
@Provider
@PreMatching
@Priority(0)
public final class RequestTimes implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String BEGIN = RequestTimes.class.getName();

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BEGIN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(BEGIN) instanceof Long begin) {
      Metrics.REQUESTS
          .labelValues(method(request), route(), response.getStatus() / 100 + "xx")
          .observe(Unit.nanosToSeconds(System.nanoTime() - begin));
    }
  }

  /** A verb that nobody answers is any text. */
  private String method(ContainerRequestContext request) {
    return resource.getResourceMethod() == null ? "-" : request.getMethod();
  }

  private String route() {
    return resource.getResourceMethod() == null ? "-" : Route.of(resource);
  }
}
