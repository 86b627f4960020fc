package io.retainer.app.shell;

import io.retainer.workspace.HomeInUseException;
import io.retainer.workspace.UnknownClientException;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.Optional;
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
        && answer.getResponse().getStatus() < 400) {
      return answer.getResponse();
    }
    Problem problem = problem(thrown);
    Response answer =
        isForPrograms(address.getPath())
            ? json(problem)
            : pages.problem(Visit.of(security), problem);
    return allowed(thrown)
        .map(methods -> Response.fromResponse(answer).header(HttpHeaders.ALLOW, methods).build())
        .orElse(answer);
  }

  private static Optional<String> allowed(Throwable thrown) {
    return thrown instanceof NotAllowedException refused
        ? Optional.ofNullable(refused.getResponse().getHeaderString(HttpHeaders.ALLOW))
        : Optional.empty();
  }

  private Problem problem(Throwable thrown) {
    if (thrown instanceof Problem problem) {
      return problem;
    }
    if (thrown instanceof WebApplicationException answer) {
      int status = answer.getResponse().getStatus();
      return Problem.of(status, detail(status, answer));
    }
    if (thrown instanceof IOException) {
      // The caller is slow or has gone: nothing of ours is broken, and a trace for each would let
      // anybody fill the log.
      LOG.info("A request broke off: {}", thrown.getClass().getSimpleName());
      return Problem.of(408, "The body of the request did not arrive. Send it again.");
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

  private String detail(int status, WebApplicationException answer) {
    return switch (status) {
      case 404 -> "There is nothing at /" + address.getPath() + ".";
      case 405 ->
          "This cannot be done here; possible are " + allowed(answer).orElse("other methods") + ".";
      case 406 ->
          "Nothing that the header Accept asks for can be sent. The description at /openapi says"
              + " what each operation answers.";
      case 415 ->
          "The body is of a type that is not read here. The description at /openapi says what each"
              + " operation takes; most take application/json.";
      default -> answer.getMessage() + ".";
    };
  }

  static boolean isForPrograms(String path) {
    return path.equals("api") || path.startsWith("api/");
  }

  static Response json(Problem problem) {
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
