package io.retainer.cli;

import io.retainer.cli.api.ApiException;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a table back. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    description =
        "Puts schedules back as they were before a table was imported, if nothing has changed them since.",
    footer = {"", "Example:", "  retainer schedule undo 0b51…"})
final class ScheduleUndoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "ID", description = "as retainer schedule import said")
  private String id;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      WorkingServer.in(home).post("schedule-table/" + id + "/undo", Json.object());
      spec.commandLine().getOut().println("Undone.");
      return ExitStatus.DONE;
    } catch (ApiException e) {
      throw new WrongUsage(e.getMessage());
    }
  }
}
