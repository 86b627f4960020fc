package io.retainer.app.sources;

import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.model.client.Client;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.SourceJson;
import io.retainer.workspace.pull.PullSource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.OptionalInt;

/** The platforms that are asked for a client's figures, for programs. */
@Path("/api/v1/clients/{client}/sources")
@Produces(MediaType.APPLICATION_JSON)
public final class SourcesApi {

  private final SourceDesk desk;

  public SourcesApi(SourceDesk desk) {
    this.desk = desk;
  }

  @GET
  @Requires(Role.MANAGER)
  public String list(@PathParam("client") String client) {
    return Json.text(
        Json.array(desk.of(desk.client(client)), source -> SourceJson.of(source, desk.puller())));
  }

  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public String add(@PathParam("client") String client, String body) {
    Client owner = desk.client(client);
    JsonInput input = JsonInput.parse(body);
    String platform = input.required("platform");
    String account = input.required("account");
    String credential = input.text("credential").orElse("");
    String from = input.text("from").orElse("");
    OptionalInt lookBack = input.whole("lookBack");
    input.check();
    PullSource added = desk.add(owner, platform, account, credential, from, lookBack);
    return Json.text(SourceJson.of(added, desk.puller()));
  }

  /** Asks about one day and imports nothing. */
  @POST
  @Path("{source}/test")
  @Requires(Role.MANAGER)
  public String test(@PathParam("client") String client, @PathParam("source") String id) {
    PullSource source = desk.source(client, id);
    desk.test(source);
    return answer(client, id);
  }

  /** Begins a pull; while it lasts, and in this answer, the source has {@code pulling}. */
  @POST
  @Path("{source}/pull")
  @Requires(Role.MANAGER)
  public String pull(@PathParam("client") String client, @PathParam("source") String id) {
    LocalDate first = desk.pull(desk.source(client, id));
    return Json.text(
        SourceJson.of(desk.source(client, id), desk.puller()).put("pulling", first.toString()));
  }

  @POST
  @Path("{source}/pause")
  @Requires(Role.MANAGER)
  public String pause(@PathParam("client") String client, @PathParam("source") String id) {
    desk.puller().pause(desk.source(client, id).id(), true);
    return answer(client, id);
  }

  @POST
  @Path("{source}/resume")
  @Requires(Role.MANAGER)
  public String resume(@PathParam("client") String client, @PathParam("source") String id) {
    desk.puller().pause(desk.source(client, id).id(), false);
    return answer(client, id);
  }

  @DELETE
  @Path("{source}")
  @Requires(Role.MANAGER)
  public Response remove(@PathParam("client") String client, @PathParam("source") String id) {
    desk.puller().remove(desk.source(client, id).id());
    return Response.noContent().build();
  }

  private String answer(String client, String id) {
    return Json.text(SourceJson.of(desk.source(client, id), desk.puller()));
  }
}
