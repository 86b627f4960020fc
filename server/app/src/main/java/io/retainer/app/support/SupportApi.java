package io.retainer.app.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.app.shell.Download;
import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.support.Part;
import io.retainer.workspace.support.SupportBundle;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Supplier;

/** The bundle for programs, and for {@code retainer support-bundle}, which adds what it finds. */
@OfAllClients
@Path("/api/v1/support-bundle")
@Produces(MediaType.APPLICATION_JSON)
public final class SupportApi {

  private final Supplier<SupportBundle> bundle;

  public SupportApi(Supplier<SupportBundle> bundle) {
    this.bundle = bundle;
  }

  @GET
  @Download
  @Requires(Role.OWNER)
  public String read() {
    var json = Json.object();
    json.set("parts", Json.array(bundle.get().parts(), SupportApi::json));
    return Json.text(json);
  }

  private static ObjectNode json(Part part) {
    return Json.object()
        .put("name", part.name())
        .put("about", part.about())
        .put("text", part.text());
  }
}
