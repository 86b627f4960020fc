package io.retainer.app.shell;

import io.retainer.workspace.HomeInUseException;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into an answer. Details of a bug go to the log, never to the caller.
 */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  private final Pages pages;

  @Context private UriInfo address;
  @Context private SecurityContext security;

  public ProblemMapper(Pages pages) {
    this.pages = pages;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException answer
        && !(thrown instanceof Problem)
        && answer.getResponse().getStatus() < 400) {
      return answer.getResponse();
    }
    Problem problem = problem(thrown);
    return isForPrograms(address.getPath())
        ? json(problem)
        : pages.problem(Visit.of(security), problem);
  }

  private Problem problem(Throwable thrown) {
    if (thrown instanceof Problem problem) {
      return problem;
    }
    if (thrown instanceof WebApplicationException answer) {
      int status = answer.getResponse().getStatus();
      return Problem.of(
          status,
          status == 404
              ? "There is nothing at /" + address.getPath() + "."
              : answer.getMessage() + ".");
    }
    if (thrown instanceof UnknownClientException) {
      return Problem.missing(thrown.getMessage());
    }
    if (thrown instanceof HomeInUseException) {
      return Problem.of(503, thrown.getMessage());
    }
    String id = UUID.randomUUID().toString();
    LOG.error("Request failed, incident {}", id, thrown);
    return Problem.of(
        500, "Something went wrong on the server. The log has it under incident " + id + ".");
  }

  static boolean isForPrograms(String path) {
    return path.equals("api") || path.startsWith("api/");
  }

  private static Response json(Problem problem) {
    var response =
        Response.status(problem.status())
            .type("application/problem+json")
            .entity(Json.text(problem.json()));
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }
}
