package io.retainer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Where a home keeps what it has. */
@Command(
    name = "home",
    mixinStandardHelpOptions = true,
    description = "Moves the state, or the facts, of a home into a PostgreSQL.",
    subcommands = {HomeMoveCommand.class, HomeMoveFactsCommand.class})
final class HomeCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(),
        "Say what to do: retainer home move, or home move-facts, --to jdbc:postgresql://db.example/retainer");
  }
}
