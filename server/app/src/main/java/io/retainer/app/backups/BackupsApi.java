package io.retainer.app.backups;

import io.retainer.app.shell.OfAllClients;
import io.retainer.app.shell.Requires;
import io.retainer.app.shell.Role;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.backup.Backup;
import io.retainer.workspace.contract.Json;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the home into a file inside of it, and nowhere else. */
@OfAllClients
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class BackupsApi {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'retainer-'uuuuMMdd-HHmmss-SSS'.zip'").withZone(ZoneOffset.UTC);

  private final Workspace workspace;

  public BackupsApi(Workspace workspace) {
    this.workspace = workspace;
  }

  @POST
  @Path("backups")
  @Requires(Role.OWNER)
  public String backup() {
    String name = NAME.format(workspace.clock().instant());
    Backup backup = Backup.write(workspace, workspace.home().backups().resolve(name));
    return Json.text(
        Json.object()
            .put("file", backup.archive().toString())
            .put("bytes", backup.bytes())
            .put("files", backup.files())
            .put("factRows", backup.factRows()));
  }
}
