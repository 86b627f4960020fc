package io.retainer.app.traces;

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

/** Each request is a step, by its route in the code: addresses hold names and secrets of links. */
@Provider
@PreMatching
@Priority(0)
public final class AnswerSteps implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String STEP = Step.class.getName();

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(STEP, Traces.beginAnswer("-"));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STEP) instanceof Step step) {
      // A verb and an address that nobody answers are any text.
      if (resource.getResourceMethod() != null) {
        String route = Route.of(resource);
        step.named(request.getMethod() + " " + route);
        step.with("http.request.method", request.getMethod()).with("http.route", route);
      }
      step.with("http.response.status_code", response.getStatus());
      if (response.getStatus() >= 500) {
        step.failed();
      }
      step.close();
      request.removeProperty(STEP);
    }
  }
}
