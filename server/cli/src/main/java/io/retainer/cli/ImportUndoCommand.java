package io.retainer.cli;

import io.retainer.warehouse.UndoAnswer;
import io.retainer.workspace.UndoWords;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ImportJson;
import io.retainer.workspace.contract.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an import back. */
@Command(
    name = "undo",
    mixinStandardHelpOptions = true,
    description = {
      "Takes an import back: its rows go, and the rows they had replaced count again.",
      "What a later import had replaced stays as that import says. Reports that were issued stay as"
          + " they are. An undo cannot be undone: import the file again."
    },
    footer = {
      "",
      "Exit status: 0 taken back, 1 there was nothing to take back, 2 wrong usage.",
      "",
      "Examples:",
      "  retainer import list --client nordic",
      "  retainer import undo 17 --dry-run",
      "  retainer import undo 17"
    })
final class ImportUndoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "BATCH", description = "number of the import")
  private String batch;

  @Option(names = "--dry-run", description = "say what would happen, and change nothing")
  private boolean dryRun;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      UndoAnswer answer =
          dryRun
              ? workspace.warehouse().undoTried(batch)
              : workspace.warehouse().undo(batch, Who.asks());
      if (answer instanceof UndoAnswer.TakenBack takenBack) {
        String words = UndoWords.of(answer) + (dryRun ? " A dry run, nothing was changed." : "");
        spec.commandLine()
            .getOut()
            .println(json ? Json.text(ImportJson.of(takenBack.undoing())) : words);
        return ExitStatus.DONE;
      }
      if (answer instanceof UndoAnswer.Unknown) {
        throw new WrongUsage(UndoWords.of(answer));
      }
      spec.commandLine().getErr().println("retainer: " + UndoWords.of(answer));
      return ExitStatus.FINDINGS;
    }
  }
}
