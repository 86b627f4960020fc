package io.retainer.cli;

import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.UndoAnswer;
import io.retainer.workspace.UndoWords;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ImportJson;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One import as it is kept. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Says again what an import said: its rows and problems, the source's totals, and what it"
            + " changed of what was there.",
    footer = {"", "Example:", "  retainer import show 17"})
final class ImportShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "BATCH", description = "number of the import")
  private String id;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      ImportBatch batch =
          workspace
              .warehouse()
              .batch(id)
              .orElseThrow(() -> new WrongUsage(UndoWords.of(new UndoAnswer.Unknown())));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.text(ImportJson.of(batch)));
        return ExitStatus.DONE;
      }
      out.println(
          "Import %s for %s, %s%s"
              .formatted(
                  batch.id(),
                  batch.client(),
                  batch.importedAt(),
                  batch.by().isEmpty() ? "" : ", by " + batch.by()));
      out.println("SHA-256 " + batch.result().sha256());
      if (batch.undone()) {
        out.println(UndoWords.of(new UndoAnswer.UndoneBefore(batch, batch.undoing())));
      }
      out.println();
      new ImportSummary(out, false).print(List.of(batch.result()));
      return ExitStatus.DONE;
    }
  }
}
