package io.retainer.cli;

import io.retainer.workspace.backup.Restore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a home of a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Makes a new home of a backup. Nothing of it goes out by itself.",
    footer = {
      "",
      "Schedules are paused and mails that were about to leave are marked as unknown: what was sent after the backup",
      "is not known any more, and nobody shall get a report twice. Look, then start the schedules again.",
      "",
      "Examples:",
      "  retainer restore /backups/2026-11-26.zip --home /srv/retainer-new"
    })
final class RestoreCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "FILE", description = "what 'retainer backup' wrote")
  private Path file;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw new WrongUsage("There is no file " + file + ".");
    }
    Restore restored =
        Restore.into(file, home.folder(), Installed.here().parts(), Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "%s is the home as it was at %s (%,d files, each as it was backed up)."
            .formatted(home.folder(), restored.taken(), restored.files()));
    out.println(
        "Schedules that are paused: %d. Mails that may have left: %d."
            .formatted(restored.paused(), restored.unknown()));
    out.println(
        "Put secret.key back into it if sources are pulled or people sign in in two steps; everybody signs in anew. Then: retainer"
            + " serve --home "
            + home.folder());
    return ExitStatus.DONE;
  }
}
