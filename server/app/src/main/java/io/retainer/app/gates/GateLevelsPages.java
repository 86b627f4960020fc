package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.shell.Form;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Page;
import io.retainer.app.shell.Pages;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much gates matter to a client or a schedule, in the browser. */
@Path("/gates/{owner}/{id}")
public final class GateLevelsPages {

  private final GateOwners owners;
  private final Gates gates;
  private final GateLevels levels;
  private final Pages pages;

  public GateLevelsPages(GateOwners owners, Gates gates, GateLevels levels, Pages pages) {
    this.owners = owners;
    this.gates = gates;
    this.levels = levels;
    this.pages = pages;
  }

  /**
   * @param inherited what it is where nobody says otherwise here
   * @param own empty where nobody does
   */
  public record Line(String gate, GateLevel inherited, String own) {}

  /**
   * @param back the page that it belongs to
   */
  public record Board(Client client, String path, String back, List<Line> lines) {}

  @GET
  @Requires(Role.VIEWER)
  public Response board(
      @PathParam("owner") String owner,
      @PathParam("id") String id,
      @Context SecurityContext security) {
    GateLevels.Owner kind = GateOwners.owner(owner);
    Client client = owners.client(kind, id);
    Map<String, GateLevel> own = levels.of(kind, id);
    boolean isSchedule = kind == GateLevels.Owner.SCHEDULE;
    Map<String, GateLevel> inherited =
        isSchedule ? levels.inForce(gates.usual(), client.id(), Optional.empty()) : gates.usual();
    List<Line> lines =
        inherited.entrySet().stream()
            .map(
                each ->
                    new Line(
                        each.getKey(),
                        each.getValue(),
                        own.containsKey(each.getKey()) ? own.get(each.getKey()).word() : ""))
            .toList();
    return pages.show(
        Visit.of(security),
        isSchedule ? Page.Section.SCHEDULES : Page.Section.CLIENTS,
        "gates.title",
        "gates",
        new Board(client, path(owner, id), back(isSchedule, id), lines));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(
      @PathParam("owner") String owner,
      @PathParam("id") String id,
      String body,
      @Context SecurityContext security) {
    GateLevels.Owner kind = GateOwners.owner(owner);
    owners.client(kind, id);
    Form form = Form.parse(body);
    Map<String, GateLevel> wanted = new LinkedHashMap<>();
    for (String gate : gates.usual().keySet()) {
      if (!form.text(gate).isEmpty()) {
        wanted.put(gate, Input.value(form.text(gate), GateLevel::of));
      }
    }
    levels.set(kind, id, wanted, Visit.of(security).getName());
    return Response.seeOther(URI.create(back(kind == GateLevels.Owner.SCHEDULE, id))).build();
  }

  private static String path(String owner, String id) {
    return "/gates/" + owner + "/" + id;
  }

  private static String back(boolean isSchedule, String id) {
    return (isSchedule ? "/schedules/" : "/clients/") + id;
  }
}
