package io.retainer.app.clients;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.target.GoalText;
import io.retainer.model.target.Target;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.WrittenTarget;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client's KPIs have to be: the list, and the form that sets one. */
@Path("/clients/{client}/targets")
public final class TargetsPages {

  /** The kinds of period that come again, the usual one first. */
  private static final List<String> KINDS = List.of("month", "quarter", "year", "week");

  private final Workspace workspace;
  private final Pages pages;

  public TargetsPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param typed what is in the form
   * @param problem what to correct, in English as the API says it; empty at first
   */
  public record Board(
      Client client,
      List<Line> lines,
      List<Choice> kpis,
      List<String> kinds,
      WrittenTarget typed,
      String problem) {}

  /**
   * @param title the KPI's name; its id, when its script is gone
   * @param from empty when it holds always
   */
  public record Line(Target target, String title, String goal, String from) {}

  public record Choice(String id, String title) {}

  @GET
  @Requires(Role.VIEWER)
  public Response board(@PathParam("client") String id, @Context SecurityContext security) {
    var view = view(named(id), new WrittenTarget("", "month", "", ""), "", Visit.of(security));
    return pages.show(Visit.of(security), Page.Section.CLIENTS, "targets.title", "targets", view);
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(
      @PathParam("client") String id, String body, @Context SecurityContext security) {
    Client client = named(id);
    WrittenTarget typed = typed(Form.parse(body));
    try {
      Target target = Input.value("", nothing -> typed.read(client, workspace.kpis()));
      workspace.targets().set(client.id(), target);
      return to(client);
    } catch (Problem e) {
      Visit visit = Visit.of(security);
      var view = view(client, typed, e.getMessage(), visit);
      return pages.showAgain(visit, Page.Section.CLIENTS, "targets.title", "targets", view);
    }
  }

  /** What somebody else removed meanwhile is gone all the same. */
  @POST
  @Path("remove")
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response remove(@PathParam("client") String id, String body) {
    Client client = named(id);
    WrittenTarget typed = typed(Form.parse(body));
    workspace
        .targets()
        .remove(
            client.id(),
            Input.value(typed.kpi(), KpiId::new),
            Input.value(typed.period(), Target::kind),
            Optional.of(Input.value(typed.from(), Target::from)));
    return to(client);
  }

  private static WrittenTarget typed(Form form) {
    return new WrittenTarget(
        form.text("kpi"), form.text("period"), form.text("goal"), form.text("from"));
  }

  Board view(Client client, WrittenTarget typed, String problem, Visit visit) {
    Kpis kpis = workspace.kpis();
    Locale locale = visit.language().locale();
    return new Board(
        client,
        workspace.targets().of(client.id()).stream()
            .map(target -> line(target, kpis.find(target.kpi()), locale))
            .toList(),
        kpis.catalogue().stream()
            .map(kpi -> new Choice(kpi.id().value(), kpi.title(locale)))
            .sorted(Comparator.comparing(Choice::id))
            .toList(),
        KINDS,
        typed,
        problem);
  }

  private static Line line(Target target, Optional<KpiDescriptor> kpi, Locale locale) {
    return new Line(
        target,
        kpi.map(found -> found.title(locale)).orElse(target.kpi().value()),
        GoalText.write(
            target.goal(), kpi.map(KpiDescriptor::unit).orElse(KpiUnit.RATIO), target.currency()),
        target.from().equals(Target.ALWAYS) ? "" : target.from().toString());
  }

  private Client named(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }

  private static Response to(Client client) {
    return Response.seeOther(URI.create("/clients/" + client.id() + "/targets")).build();
  }
}
