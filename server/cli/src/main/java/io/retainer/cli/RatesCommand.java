package io.retainer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The agency's exchange rates. */
@Command(
    name = "rates",
    mixinStandardHelpOptions = true,
    description = {
      "Exchange rates, by which amounts of clients that want it are converted into their currency:",
      "each at the rate of its own day."
    },
    synopsisSubcommandLabel = "import|list|undo",
    footer = {
      "",
      "Examples:",
      "  retainer rates import eurofxref-hist.zip",
      "  retainer client set nordic convert-amounts=on",
      "  retainer rates list",
      "  retainer rates undo 3"
    },
    subcommands = {RatesImportCommand.class, RatesListCommand.class, RatesUndoCommand.class})
final class RatesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with rates: import, list, undo");
  }
}
