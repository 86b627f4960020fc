package io.retainer.cli;

import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import io.retainer.workspace.contract.RateFileJson;
import io.retainer.workspace.rates.RateFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The files that exchange rates came from. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the files that exchange rates came from, the latest first.",
    footer = {"", "Example:", "  retainer rates list --json"})
final class RatesListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Workspace workspace = home.open()) {
      List<RateFile> files = workspace.rates().files();
      if (json) {
        out.println(Json.text(Json.array(files, RateFileJson::of)));
      } else if (files.isEmpty()) {
        out.println("There are no exchange rates yet. Add some: retainer rates import FILE");
      } else {
        var table =
            new Table("NO.", "FILE", "FIRST DAY", "LAST DAY", "NEW", "CHANGED", "BY", "UNDONE BY");
        files.forEach(
            file ->
                table.row(
                    file.number(),
                    file.name(),
                    file.first(),
                    file.last(),
                    file.added(),
                    file.changed(),
                    file.by(),
                    file.undoneBy().orElse("-")));
        table.print(out);
      }
    }
    return ExitStatus.DONE;
  }
}
