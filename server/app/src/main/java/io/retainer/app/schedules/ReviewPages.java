package io.retainer.app.schedules;

import io.retainer.app.reports.ReportsPages;
import io.retainer.app.shell.Form;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What somebody decides about a run on its page. */
@Path("/reports/{id}/review")
public final class ReviewPages {

  private final Reviews reviews;
  private final ReportsPages reports;

  public ReviewPages(Reviews reviews, ReportsPages reports) {
    this.reviews = reviews;
    this.reports = reports;
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response decide(
      @PathParam("id") String id, String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    Visit visit = Visit.of(security);
    String by = visit.getName();
    String text = form.text("text");
    try {
      switch (form.text("decision")) {
        case "approve" -> {
          refuseOutdated(id, form);
          reviews.approve(id, by, text, seen(form));
        }
        case "reject" -> reviews.reject(id, by, text);
        default -> reviews.comment(id, by, text);
      }
    } catch (IllegalArgumentException e) {
      return reports.again(id, ReportsPages.Said.wrong(text, e.getMessage()), visit);
    } catch (Refusal e) {
      if (e.kind() == Refusal.Kind.CHANGED || e.kind() == Refusal.Kind.IMPOSSIBLE) {
        return reports.again(id, ReportsPages.Said.refused(text, e.getMessage()), visit);
      }
      if (e.kind() == Refusal.Kind.UNDER_WAY && isRepeated(id, by, form.text("decision"))) {
        return Response.seeOther(URI.create("/reports/" + id)).build();
      }
      throw SchedulesResource.problem(e);
    }
    return Response.seeOther(URI.create("/reports/" + id)).build();
  }

  /** Who sees what has changed may approve it as it is. */
  private void refuseOutdated(String id, Form form) {
    if (form.all("data").stream().anyMatch(mark -> !reports.dataMark(id).equals(mark))) {
      throw new Refusal(
          Refusal.Kind.CHANGED,
          "The data behind run %s have changed since you opened its page. Look at what is named below, then approve or reject it."
              .formatted(id));
    }
  }

  /** Where the form named nobody, nobody was seen. */
  private static Optional<List<String>> seen(Form form) {
    return Optional.of(form.all("recipients")).filter(shown -> !shown.isEmpty());
  }

  private boolean isRepeated(String id, String by, String decision) {
    return (decision.equals("approve") || decision.equals("reject"))
        && reviews.isDecided(id, by, decision.equals("approve"));
  }
}
