package io.retainer.app.clients;

import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.workspace.Workspace;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What KPI scripts leave to a client: brand terms, thresholds, windows. */
@Path("/clients/{client}/parameters")
public final class ParametersPages {

  private final Workspace workspace;
  private final Pages pages;

  public ParametersPages(Workspace workspace, Pages pages) {
    this.workspace = workspace;
    this.pages = pages;
  }

  /**
   * @param problem what to correct, in English as the command says it; empty at first
   */
  public record Board(Client client, List<Line> lines, String problem) {}

  /**
   * @param usual the value of the scripts; empty for a list that waits for the client
   * @param unit what it measures, where the scripts state it
   * @param chosen the client's own
   * @param kpis titles by id of those that read it
   */
  public record Line(
      String name,
      String usual,
      Optional<KpiUnit> unit,
      Optional<String> chosen,
      Map<String, String> kpis) {}

  @GET
  @Requires(Role.VIEWER)
  public Response board(@PathParam("client") String id, @Context SecurityContext security) {
    Visit visit = Visit.of(security);
    return pages.show(
        visit,
        Page.Section.CLIENTS,
        "parameters.title",
        "parameters",
        view(named(id), Map.of(), "", visit));
  }

  /** An empty value takes the client's own back. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(
      @PathParam("client") String id, String body, @Context SecurityContext security) {
    Client client = named(id);
    Form form = Form.parse(body);
    Map<String, String> change = Map.of(form.text("name"), form.text("value"));
    try {
      workspace.parameters().check(client.id(), change, workspace.scripts());
    } catch (IllegalArgumentException e) {
      Visit visit = Visit.of(security);
      return pages.showAgain(
          visit,
          Page.Section.CLIENTS,
          "parameters.title",
          "parameters",
          view(client, change, e.getMessage(), visit));
    }
    workspace.parameters().set(client.id(), change);
    return Response.seeOther(URI.create("/clients/" + client.id() + "/parameters")).build();
  }

  Board view(Client client, Map<String, String> typed, String problem, Visit visit) {
    Locale locale = visit.language().locale();
    Map<String, String> chosen = new TreeMap<>(workspace.parameters().of(client.id()));
    chosen.putAll(typed);
    Map<String, String> usual = new TreeMap<>();
    Map<String, Map<String, String>> readers = new TreeMap<>();
    for (KpiDescriptor kpi : workspace.kpis().catalogue()) {
      kpi.parameters()
          .forEach(
              (name, value) -> {
                usual.putIfAbsent(name, value);
                readers
                    .computeIfAbsent(name, any -> new TreeMap<>())
                    .put(kpi.id().value(), kpi.title(locale));
              });
    }
    Map<String, KpiUnit> units = workspace.scripts().parameterUnits();
    List<Line> lines = new ArrayList<>();
    usual.forEach(
        (name, value) ->
            lines.add(
                new Line(
                    name,
                    value,
                    Optional.ofNullable(units.get(name)),
                    Optional.ofNullable(chosen.get(name)),
                    readers.get(name))));
    return new Board(client, lines, problem);
  }

  private Client named(String id) {
    return workspace.clients().named(Input.value(id, ClientId::new));
  }
}
