package io.retainer.app.schedules;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

  @GET
  @Requires(Role.MANAGER)
  public Response show(@Context SecurityContext security) {
    return show(security, desk.text(), Optional.empty());
  }

  /** Shows what each line would do, or does it, as the button says. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sent(String body, @Context SecurityContext security) {
    Form form = Form.parse(body);
    String text = form.raw("table");
    ScheduleTable.Read read = desk.read(text);
    if (form.text("do").equals("save") && read.problems().isEmpty()) {
      desk.save(read, Visit.of(security).getName());
      return Response.seeOther(URI.create("/schedules")).build();
    }
    return show(security, text, Optional.of(read));
  }

  @POST
  @Path("{id}/undo")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("id") String id, String body, @Context SecurityContext security) {
    try {
      desk.undo(id, Visit.of(security).getName());
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
