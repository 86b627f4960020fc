package io.retainer.app.links;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.JsonInput;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.app.shell.Visit;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;

/** Links by which a reader outside sees one run. */
@Path("/api/v1/runs/{id}/links")
@Produces(MediaType.APPLICATION_JSON)
public final class LinksResource {

  private final LinkDesk desk;

  public LinksResource(LinkDesk desk) {
    this.desk = desk;
  }

  /** The links of the run and when each was used, never their secrets. */
  @GET
  @Requires(Role.MANAGER)
  public String list(@PathParam("id") String id) {
    ObjectNode json = Json.object();
    json.set("links", Json.array(desk.of(id), LinksResource::json));
    return Json.text(json);
  }

  /** Makes a link: {@code {"days": 30}}. The answer has its address, this once. */
  @POST
  @Requires(Role.MANAGER)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response make(@PathParam("id") String id, String body, @Context SecurityContext security) {
    JsonInput input = JsonInput.parse(body);
    String days = input.numberOrText("days").orElse("");
    input.check();
    LinkDesk.Fresh fresh = desk.make(id, LinkDesk.days(days), Visit.of(security).getName());
    return Response.created(
            URI.create("/api/v1/runs/" + fresh.link().run() + "/links/" + fresh.link().id()))
        .entity(Json.text(json(fresh.link()).put("url", fresh.address())))
        .build();
  }

  /** Revokes a link for good. */
  @DELETE
  @Path("{link}")
  @Requires(Role.MANAGER)
  public Response revoke(
      @PathParam("id") String id,
      @PathParam("link") String link,
      @Context SecurityContext security) {
    desk.revoke(id, link, Visit.of(security).getName());
    return Response.noContent().build();
  }

  private static ObjectNode json(Link link) {
    ObjectNode json =
        Json.object()
            .put("id", link.id())
            .put("madeBy", link.madeBy())
            .put("madeAt", link.madeAt().toString())
            .put("expiresAt", link.expiresAt().toString());
    json.put("revokedAt", link.revokedAt().map(Object::toString).orElse(null));
    json.set(
        "openings",
        Json.array(
            link.openings(),
            opening ->
                Json.object().put("what", opening.what()).put("at", opening.at().toString())));
    return json;
  }
}
