package io.retainer.cli;

import io.retainer.spi.ConnectorDescription;
import io.retainer.warehouse.connector.JarProblem;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ConnectorJson;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which connectors there are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the connectors that came with the program and those in the home folder.",
    footer = {"", "Examples:", "  retainer connector list", "  retainer connector list --json"})
final class ConnectorListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "print JSON and nothing else, all they say of themselves")
  private boolean json;

  @Option(
      names = "--markdown-into",
      hidden = true,
      description = "write them into a document, as in connectors/README.md")
  private Path document;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Workspace workspace = home.open()) {
      List<ConnectorDescription> connectors = workspace.connectors().descriptions();
      if (json) {
        out.println(Json.text(Json.array(connectors, ConnectorJson::of)));
      } else if (document != null) {
        ConnectorMarkdown.write(connectors, document);
      } else {
        var table = new Table("connector", "reads", "fills");
        connectors.forEach(
            each ->
                table.row(
                    each.id(),
                    each.title(),
                    each.datasets().size() > 4
                        ? each.datasets().size() + " datasets"
                        : String.join(", ", each.datasets())));
        table.print(out);
        out.println();
        out.println("retainer connector show NAME says what each reads, and how to get it.");
      }
      List<JarProblem> problems = workspace.connectors().problems();
      problems.forEach(problem -> spec.commandLine().getErr().println("Not used: " + problem));
      out.flush();
      return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }
  }
}
