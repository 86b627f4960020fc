package io.retainer.app.overview;

import io.retainer.app.audit.AuditedParts;
import io.retainer.app.deliveries.UntoldOwner;
import io.retainer.app.reports.ReportTitles;
import io.retainer.app.schedules.HeldReports;
import io.retainer.app.schedules.Lateness;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What goes out today and this month, what waits for what, and what is late. */
@Path("/operations")
public final class OperationsPages {

  /** What the enter key in a box says: the first button of the form, which nobody sees. */
  private static final String NO_ANSWER = "none";

  private final Workspace workspace;
  private final Timetable timetable;
  private final Lateness lateness;
  private final UntoldOwner untold;
  private final HeldReports held;
  private final BooleanSupplier doServersWork;
  private final Pages pages;

  public OperationsPages(
      Workspace workspace,
      Timetable timetable,
      Lateness lateness,
      UntoldOwner untold,
      HeldReports held,
      BooleanSupplier doServersWork,
      Pages pages) {
    this.workspace = workspace;
    this.timetable = timetable;
    this.lateness = lateness;
    this.untold = untold;
    this.held = held;
    this.doServersWork = doServersWork;
    this.pages = pages;
  }

  /**
   * @param forApproval how many besides those that were held wait for a decision, on the home page
   * @param late what ought to have been done by now
   * @param untold what the owner could not be told, for those who look after the server
   * @param isWorkDone whether any server makes reports and sends mails
   */
  public record Board(
      Waiting waiting,
      int forApproval,
      Timetable.Month month,
      Lateness.Late late,
      List<UntoldOwner.Untold> untold,
      boolean isWorkDone,
      ReportTitles titles,
      Instant now) {}

  /**
   * What was held, and waits for a person.
   *
   * @param chosen ids of occurrences
   * @param answered what became of the answer that was just given
   * @param isNothingChosen whether an answer was given to none
   */
  public record Waiting(
      List<HeldReports.Held> held,
      Set<String> chosen,
      Optional<HeldReports.Answered> answered,
      boolean isNothingChosen) {

    static Waiting of(List<HeldReports.Held> held, String choose) {
      Set<String> chosen =
          held.stream()
              .filter(each -> choose.equals("all") || choose.equals("late") && each.isLate())
              .map(each -> each.occurrence().id())
              .collect(Collectors.toSet());
      return new Waiting(held, chosen, Optional.empty(), false);
    }

    public boolean hasLate() {
      return held.stream().anyMatch(HeldReports.Held::isLate);
    }
  }

  /**
   * @param choose {@code all} or {@code late}: which of those that wait are chosen already
   */
  @GET
  @Requires(Role.VIEWER)
  public Response board(
      @QueryParam("choose") @DefaultValue("") String choose, @Context SecurityContext security) {
    return board(Visit.of(security), Waiting.of(held.all(), choose), pages::show);
  }

  /** The ways a page is shown: at first, or again with what is to be corrected. */
  private interface Showing {
    Response show(Visit visit, Page.Section section, String titleKey, String template, Object view);
  }

  /** Makes the chosen ones of those that wait, or leaves them out. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response answer(
      String body, @Context HttpServletRequest request, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    List<String> chosen = form.all("occurrence");
    if (form.text("answer").equals(NO_ANSWER)) {
      var still = new Waiting(held.all(), Set.copyOf(chosen), Optional.empty(), false);
      return board(visit, still, pages::show);
    }
    HeldReports.Answer answer = Input.value(form.text("answer"), HeldReports.Answer::of);
    if (chosen.isEmpty()) {
      var none = new Waiting(held.all(), Set.of(), Optional.empty(), true);
      return board(visit, none, pages::showAgain);
    }
    HeldReports.Answered answered =
        held.answer(chosen, answer, visit.getName(), AuditedParts.of(request));
    Set<String> left =
        answered.refused().stream()
            .map(each -> each.held().occurrence().id())
            .collect(Collectors.toSet());
    return board(visit, new Waiting(held.all(), left, Optional.of(answered), false), pages::show);
  }

  private Response board(Visit visit, Waiting waiting, Showing showing) {
    Map<ClientId, Client> clients = new HashMap<>();
    workspace.clients().all().forEach(client -> clients.put(client.id(), client));
    Timetable.Month month = timetable.month(clients);
    return showing.show(
        visit,
        Page.Section.OPERATIONS,
        "operations.title",
        "operations",
        new Board(
            waiting,
            held.forApproval(),
            month,
            lateness.late(),
            visit.mayManage() && !visit.isLimited() ? untold.all() : List.of(),
            doServersWork.getAsBoolean(),
            ReportTitles.in(workspace, visit.language().locale()),
            workspace.clock().instant()));
  }
}
