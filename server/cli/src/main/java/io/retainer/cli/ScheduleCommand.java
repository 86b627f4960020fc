package io.retainer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What goes out by itself, by the server that works in the home. */
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    description = "Reports that go out by themselves. The server has to be running.",
    synopsisSubcommandLabel = "list|run|skip|test|export|import|undo",
    subcommands = {
      ScheduleListCommand.class,
      ScheduleRunCommand.class,
      ScheduleSkipCommand.class,
      ScheduleTestCommand.class,
      ScheduleExportCommand.class,
      ScheduleImportCommand.class,
      ScheduleUndoCommand.class
    },
    footer = {
      "",
      "Exit status: 0 done, 1 the mail did not leave or the table cannot be used, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer schedule list",
      "  retainer schedule run 5f2c… --period 2026-10",
      "  retainer schedule skip 5f2c… 2026-10",
      "  retainer schedule run --all-late",
      "  retainer schedule test 5f2c… --to anna@agency.example",
      "  retainer schedule export schedules.csv",
      "  retainer schedule import schedules.csv --dry-run"
    })
final class ScheduleCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do with schedules: list, run, skip, test, export, import or undo");
  }
}
