package io.retainer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.api.Api;
import io.retainer.cli.server.RunningServer;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.backup.Backup;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a home into one file. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Writes everything in a home into one file, while the server runs or not, and reads it again"
            + " to see that it is whole.",
    footer = {
      "",
      "The key of stored credentials and two-step sign-ins, secret.key in the home, is left out: keep a copy of it at another place.",
      "",
      "Examples:",
      "  retainer backup /backups/retainer-$(date +%F).zip",
      "  retainer backup --home /srv/retainer /backups/today.zip && retainer restore /backups/today.zip --home /tmp/look"
    })
final class BackupCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "FILE", description = "the ZIP file to write")
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      throw new WrongUsage(target + " is there already; name another file.");
    }
    if (!Files.isDirectory(home.folder())) {
      throw new WrongUsage("There is no home in " + home.folder() + "; name one with --home.");
    }
    Optional<RunningServer> server = RunningServer.of(home.folder());
    Backup backup = server.isPresent() ? byServer(server.get(), target) : byMyself(target);
    spec.commandLine()
        .getOut()
        .println(
            "%s: %,d bytes, %,d files, %,d rows of facts; read again and whole."
                .formatted(backup.archive(), backup.bytes(), backup.files(), backup.factRows()));
    return ExitStatus.DONE;
  }

  private Backup byMyself(Path target) {
    try (Workspace workspace = home.open()) {
      return Backup.write(workspace, target);
    }
  }

  /** The server writes into its own home only. */
  private static Backup byServer(RunningServer server, Path target)
      throws IOException, InterruptedException {
    JsonNode made = new Api(server.url(), server.token()).post("backups", Json.object());
    Files.createDirectories(target.getParent());
    Files.move(Path.of(made.path("file").asText()), target);
    return new Backup(
        target,
        made.path("bytes").asLong(),
        made.path("files").asInt(),
        made.path("factRows").asLong());
  }
}
