package io.retainer.app.schedules;

import io.retainer.app.reports.ReportsPages;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;

/**
 * Decisions about runs that wait for one, for programs. The class has the path of all: with a
 * longer one, the container would look for everything below a run here alone.
 */
@Path("/api/v1")
public final class ReviewsResource {

  private final Reviews reviews;
  private final ReportsPages reports;

  public ReviewsResource(Reviews reviews, ReportsPages reports) {
    this.reviews = reviews;
    this.reports = reports;
  }

  /** What is done to a run with somebody's words. */
  private interface Deed {
    void of(String run, String by, String text);
  }

  /**
   * Lets a run go out as it was rendered: {@code {"comment": "", "recipients": [], "data": ""}},
   * all optional. Answers 204, 409 when somebody has decided before, it goes to others than those
   * named or its data have changed since it was made and that is not said to be known, 422 when its
   * files are not what was previewed or a recipient is not allowed any more.
   */
  @POST
  @Path("/runs/{id}/approve")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response approve(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    List<String> named = input.texts("recipients");
    Optional<List<String>> seen =
        input.hasList("recipients") ? Optional.of(named) : Optional.empty();
    String known = input.text("data").orElse("");
    return does(
        (run, by, text) -> {
          refuseOutdated(run, known);
          reviews.approve(run, by, text, seen);
        },
        id,
        input,
        input.text("comment").orElse(""),
        security);
  }

  private void refuseOutdated(String run, String known) {
    String changed = reports.dataMark(run);
    if (!changed.isEmpty() && !changed.equals(known)) {
      throw new Refusal(
          Refusal.Kind.CHANGED,
          "The data behind run %s have changed since it was made, last at %s. Look at its page; to approve it as it is, send \"data\": \"%s\"."
              .formatted(run, changed, changed));
    }
  }

  /** Keeps a run from going out: {@code {"reason": "October's ads are missing"}}. */
  @POST
  @Path("/runs/{id}/reject")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response reject(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    return does(reviews::reject, id, input, input.required("reason"), security);
  }

  /** Writes something beside a run: {@code {"text": "…"}}. */
  @POST
  @Path("/runs/{id}/comment")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response comment(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    return does(reviews::comment, id, input, input.required("text"), security);
  }

  private static Response does(
      Deed deed, String id, JsonInput input, String text, SecurityContext security) {
    input.check();
    try {
      deed.of(id, Visit.of(security).getName(), text);
      return Response.noContent().build();
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(e.getMessage() + ".");
    } catch (Refusal e) {
      throw SchedulesResource.problem(e);
    }
  }
}
