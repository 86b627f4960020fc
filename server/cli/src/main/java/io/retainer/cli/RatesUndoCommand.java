package io.retainer.cli;

import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.RateFileJson;
import io.retainer.workspace.rates.RateFile;
import io.retainer.workspace.rates.RatesException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the latest file of exchange rates back. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    description = {
      "Takes the latest file of exchange rates back: what held before it holds again. Reports that",
      "were issued stay as they are. To have its rates after all, import it once more."
    },
    footer = {
      "",
      "Exit status: 0 taken back, 1 it is not the latest that counts, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer rates list",
      "  retainer rates undo 3"
    })
final class RatesUndoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "NUMBER", description = "of the file, as the list shows it")
  private int number;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      RateFile file = workspace.rates().undo(number, Who.asks());
      spec.commandLine()
          .getOut()
          .println(
              json
                  ? Json.text(RateFileJson.of(file))
                  : "No. %d, %s, was taken back. What held before it holds again."
                      .formatted(file.number(), file.name()));
      return ExitStatus.DONE;
    } catch (RatesException e) {
      spec.commandLine().getErr().println("retainer: " + e.getMessage());
      return ExitStatus.FINDINGS;
    }
  }
}
