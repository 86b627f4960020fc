package io.retainer.cli;

import io.retainer.cli.api.ApiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all schedules as one table. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes all schedules as one CSV table, to be changed and imported again.",
    footer = {"", "Example:", "  retainer schedule export schedules.csv"})
final class ScheduleExportCommand implements Callable<Integer> {

  private static final String SIGN = "\uFEFF";

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "where to; standard output if none is named")
  private Path file;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try {
      String table = WorkingServer.in(home).text("schedule-table");
      if (file == null) {
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
      } else {
        // Excel takes a file without this sign for one of the machine's own letters.
        Files.writeString(file, SIGN + table, StandardCharsets.UTF_8);
      }
      return ExitStatus.DONE;
    } catch (ApiException e) {
      throw new WrongUsage(e.getMessage());
    }
  }
}
