package io.retainer.app.schedules;

import io.retainer.app.audit.AuditedParts;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Many schedules changed at once, in a table. What each line would do is shown before it does. */
@Path("/schedule-table")
public final class TablePages {

  private final TableDesk desk;
  private final Pages pages;

  public TablePages(TableDesk desk, Pages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * @param read what the table says, once somebody has asked
   * @param saved the latest ones, which may be undone
   */
  public record Table(String text, Optional<ScheduleTable.Read> read, List<SavedTable> saved) {}

  /**
   * @param saved a table whose schedules alone are shown; all without it
   * @param state {@code active} or {@code paused}: what is written for all of them, to be saved
   */
  @GET
  @Requires(Role.MANAGER)
  public Response show(
      @QueryParam("saved") String saved,
      @QueryParam("state") String state,
      @Context SecurityContext security) {
    Optional<SavedTable> table = Optional.ofNullable(saved).flatMap(desk::saved);
    if (table.isEmpty()) {
      return show(security, desk.text(), Optional.empty());
    }
    Optional<Boolean> enabled =
        Optional.ofNullable(state).map(word -> !word.equals(TableColumn.PAUSED));
    String text = desk.text(table.get(), enabled);
    return show(security, text, enabled.map(each -> desk.read(text)));
  }

  /** Shows what each line would do, or does it, as the button says. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sent(
      String body, @Context HttpServletRequest request, @Context SecurityContext security) {
    Form form = Form.parse(body);
    String text = form.raw("table");
    ScheduleTable.Read read = desk.read(text);
    if (form.text("do").equals("save") && read.problems().isEmpty()) {
      String address =
          desk.save(read, Visit.of(security).getName())
              .map(saved -> saved.written(AuditedParts.of(request)))
              .map(saved -> "/schedules?saved=" + saved.id())
              .orElse("/schedules");
      return Response.seeOther(URI.create(address)).build();
    }
    return show(security, text, Optional.of(read));
  }

  @POST
  @Path("{id}/undo")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(
      @PathParam("id") String id,
      String body,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    try {
      desk.undo(id, Visit.of(security).getName()).written(AuditedParts.of(request));
      return Response.seeOther(URI.create("/schedules")).build();
    } catch (Refusal e) {
      throw SchedulesResource.problem(e);
    }
  }

  private Response show(SecurityContext security, String text, Optional<ScheduleTable.Read> read) {
    boolean isWrong = read.filter(each -> !each.problems().isEmpty()).isPresent();
    Visit visit = Visit.of(security);
    Table view = new Table(text, read, desk.latest());
    return isWrong
        ? pages.showAgain(visit, Page.Section.SCHEDULES, "table.title", "schedule-table", view)
        : pages.show(visit, Page.Section.SCHEDULES, "table.title", "schedule-table", view);
  }
}
