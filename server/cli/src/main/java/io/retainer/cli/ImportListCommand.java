package io.retainer.cli;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.warehouse.ImportBatch;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ImportJson;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The imports of a client. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists a client's imports with their numbers, the latest first.",
    footer = {"", "Example:", "  retainer import list --client nordic"})
final class ImportListCommand implements Callable<Integer> {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--client", required = true, paramLabel = "ID", description = "whose imports")
  private ClientId id;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      Client client = workspace.clients().named(id);
      List<ImportBatch> batches = workspace.warehouse().batches(client.id());
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.text(Json.<ImportBatch>array(batches, ImportJson::of)));
        return ExitStatus.DONE;
      }
      var table =
          new Table(
              "BATCH",
              "IMPORTED (" + client.zone().getId() + ")",
              "STATUS",
              "FILE",
              "CONNECTOR",
              "ROWS",
              "BY");
      for (ImportBatch batch : batches) {
        ImportResult result = batch.result();
        table.row(
            batch.id(),
            MOMENT.format(batch.importedAt().atZone(client.zone())),
            batch.undone() ? "undone" : result.status().word(),
            result.file(),
            result.connector().orElse("–"),
            result.tables().stream().mapToLong(ImportResult.Table::rows).sum(),
            batch.by().isEmpty() ? "–" : batch.by());
      }
      table.print(out);
      return ExitStatus.DONE;
    }
  }
}
