package io.retainer.app.groups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Problem;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.RolledUp;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.workspace.ClientGroup;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.KpiJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Groups of clients and their figures, for programs. */
@Path("/api/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
public final class GroupsApi {

  private final Workspace workspace;
  private final GroupFigures figures;

  public GroupsApi(Workspace workspace) {
    this.workspace = workspace;
    this.figures = new GroupFigures(workspace);
  }

  @GET
  @Requires(Role.VIEWER)
  public String list() {
    return Json.text(Json.array(workspace.groups().all(), GroupsApi::json));
  }

  @POST
  @OfAllClients
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(String body) {
    Typed typed = typed(JsonInput.parse(body));
    String id =
        workspace
            .groups()
            .add(typed.name(), typed.clients())
            .orElseThrow(() -> GroupsPages.taken(typed.name()));
    return Response.created(URI.create("/api/v1/groups/" + id)).entity(read(id)).build();
  }

  @GET
  @Path("{group}")
  @Requires(Role.VIEWER)
  public String read(@PathParam("group") String id) {
    return Json.text(json(GroupsPages.named(workspace, id)));
  }

  @PUT
  @Path("{group}")
  @OfAllClients
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String change(@PathParam("group") String id, String body) {
    ClientGroup group = GroupsPages.named(workspace, id);
    JsonInput input = JsonInput.parse(body);
    input.mayHave("id");
    Typed typed = typed(input);
    if (!workspace.groups().change(group.id(), typed.name(), typed.clients())) {
      throw GroupsPages.taken(typed.name());
    }
    return read(id);
  }

  @DELETE
  @Path("{group}")
  @OfAllClients
  @Requires(Role.MANAGER)
  public Response remove(@PathParam("group") String id) {
    workspace.groups().remove(GroupsPages.named(workspace, id).id());
    return Response.noContent().build();
  }

  /** Of each client that the caller may see, and of these together. */
  @GET
  @Path("{group}/kpis")
  @Requires(Role.VIEWER)
  public String values(
      @PathParam("group") String id,
      @QueryParam("period") String period,
      @QueryParam("kpi") List<String> ids,
      @QueryParam("compare") List<String> compare,
      @Context SecurityContext security) {
    if (period == null) {
      throw Problem.invalid("The period is missing; write ?period=2026-10.");
    }
    Period over = Input.value(period, Period::parse);
    ClientGroup group = GroupsPages.named(workspace, id);
    List<KpiId> kpis =
        ids.isEmpty()
            ? workspace.rollUps().catalogue().stream().map(KpiDescriptor::id).toList()
            : listed(ids).map(one -> Input.value(one, KpiId::new)).toList();
    List<Comparison> comparisons =
        compare.isEmpty()
            ? List.of(Comparison.PREVIOUS, Comparison.LAST_YEAR)
            : listed(compare).map(one -> Input.value(one, Comparison::parse)).distinct().toList();
    List<RolledUp> rolledUp =
        Input.value(period, text -> figures.of(group, over, comparisons, kpis));
    ObjectNode json = json(group).put("ofSeenClientsOnly", Visit.of(security).isLimited());
    json.set("kpis", Json.array(rolledUp, one -> json(group, one)));
    return Json.text(json);
  }

  private static Stream<String> listed(List<String> words) {
    return words.stream().flatMap(some -> Stream.of(some.split(",")));
  }

  private static ObjectNode json(ClientGroup group) {
    ObjectNode json = Json.object().put("id", group.id()).put("name", group.name());
    json.set("clients", Json.array(group.members(), client -> Json.text(client.id())));
    return json;
  }

  private static ObjectNode json(ClientGroup group, RolledUp kpi) {
    ObjectNode json =
        Json.object().put("id", kpi.kpi().id().value()).put("total", GroupCsv.how(kpi));
    json.set("figure", KpiJson.of(kpi.total()));
    json.set(
        "clients",
        Json.array(
            IntStream.range(0, group.members().size()).boxed().toList(),
            i ->
                Json.object()
                    .put("client", group.members().get(i).id().value())
                    .set("figure", KpiJson.of(kpi.clients().get(i)))));
    return json;
  }

  private record Typed(String name, Set<ClientId> clients) {}

  private Typed typed(JsonInput input) {
    Set<String> known =
        workspace.clients().all().stream()
            .map(Client::id)
            .map(ClientId::value)
            .collect(Collectors.toSet());
    String name = input.read(input.required("name"), ClientGroup::name).orElse("");
    List<String> clients = input.texts("clients");
    clients.stream()
        .filter(client -> !known.contains(client))
        .forEach(client -> input.problem("There is no client \"" + client + "\""));
    input.check();
    return new Typed(name, clients.stream().map(ClientId::new).collect(Collectors.toSet()));
  }
}
