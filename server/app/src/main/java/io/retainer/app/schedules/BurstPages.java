package io.retainer.app.schedules;

import io.retainer.app.audit.AuditedParts;
import io.retainer.app.reports.ReportsPages;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.workspace.ClientGroup;
import io.retainer.workspace.Workspace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One form for a schedule of each of many clients, shown with whom each goes to before it is made.
 */
@Path("/schedules/burst")
public final class BurstPages {

  /** The recipients of a client, whose id follows. */
  private static final String RECIPIENTS = "recipients-";

  private final Workspace workspace;
  private final BurstDesk desk;
  private final Pages pages;

  public BurstPages(Workspace workspace, BurstDesk desk, Pages pages) {
    this.workspace = workspace;
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * @param chosen ids of groups that are ticked
   * @param plan what would be made, once somebody has asked
   * @param others who may still be chosen
   */
  public record View(
      ScheduleForm form,
      List<ClientGroup> groups,
      Set<String> chosen,
      Optional<BurstDesk.Plan> plan,
      List<Client> others,
      List<ReportsPages.Choice> reports,
      List<String> countries) {}

  /**
   * @param group one that is ticked already
   */
  @GET
  @Requires(Role.MANAGER)
  public Response blank(@QueryParam("group") String group, @Context SecurityContext security) {
    Set<String> chosen = group == null ? Set.of() : Set.of(group);
    View view = view(ScheduleForm.blank(""), chosen, Optional.empty(), Visit.of(security));
    return show(Visit.of(security), view);
  }

  /** Shows what would be made; makes it, once all of it was shown and the button says so. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response sent(
      String body, @Context HttpServletRequest request, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    Form form = Form.parse(body);
    ScheduleForm fields = ScheduleForm.of(form);
    Set<String> clients = new HashSet<>(form.all("client"));
    Set<String> groups = new HashSet<>(form.all("group"));
    Map<String, List<String>> recipients = recipients(form);
    boolean wasShown = groups.isEmpty() && recipients.keySet().containsAll(clients);
    BurstDesk.Plan plan = desk.plan(new Burst(fields.values(true), clients, groups, recipients));
    if (form.text("do").equals("make") && plan.isSound() && wasShown) {
      return desk.make(plan, visit.getName())
          .map(saved -> saved.written(AuditedParts.of(request)))
          .map(saved -> Response.seeOther(URI.create("/schedules?saved=" + saved.id())).build())
          .orElseThrow();
    }
    return show(visit, view(fields, Set.of(), Optional.of(plan), visit));
  }

  private static Map<String, List<String>> recipients(Form form) {
    Map<String, List<String>> recipients = new HashMap<>();
    for (String name : form.fields().keySet()) {
      if (name.startsWith(RECIPIENTS)) {
        recipients.put(
            name.substring(RECIPIENTS.length()), ScheduleForm.addresses(form.text(name)));
      }
    }
    return recipients;
  }

  private View view(
      ScheduleForm form, Set<String> chosen, Optional<BurstDesk.Plan> plan, Visit visit) {
    Set<Client> shown =
        plan.stream()
            .flatMap(each -> each.rows().stream())
            .map(BurstDesk.Row::client)
            .collect(Collectors.toSet());
    return new View(
        form,
        desk.groups(),
        chosen,
        plan,
        desk.clients().stream().filter(client -> !shown.contains(client)).toList(),
        ReportsPages.choices(workspace, visit.language().locale()),
        Holidays.countries());
  }

  private Response show(Visit visit, View view) {
    boolean isWrong = view.plan().filter(plan -> !plan.isSound()).isPresent();
    return isWrong
        ? pages.showAgain(visit, Page.Section.SCHEDULES, "burst.title", "schedule-burst", view)
        : pages.show(visit, Page.Section.SCHEDULES, "burst.title", "schedule-burst", view);
  }
}
