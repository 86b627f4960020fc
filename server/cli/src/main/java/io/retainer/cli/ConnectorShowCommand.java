package io.retainer.cli;

import io.retainer.spi.ConnectorDescription;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.ConnectorJson;
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

/** All that a connector says of itself. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a connector says of itself: the exports it reads and how to get them, what each",
      "layout is known from, and what it fills."
    },
    footer = {
      "",
      "Examples:",
      "  retainer connector show google-search-console",
      "  retainer connector show shopify --json"
    })
final class ConnectorShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(
      paramLabel = "NAME",
      description = "the connector, as retainer connector list names it")
  private String name;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Workspace workspace = home.open()) {
      ConnectorDescription found =
          workspace.connectors().find(name).orElseThrow(() -> unknown(workspace));
      if (json) {
        out.println(Json.text(ConnectorJson.of(found)));
      } else {
        ConnectorText.print(found, out);
      }
      out.flush();
      return ExitStatus.DONE;
    }
  }

  private WrongUsage unknown(Workspace workspace) {
    List<String> ids =
        workspace.connectors().descriptions().stream().map(ConnectorDescription::id).toList();
    return new WrongUsage(
        "There is no connector \"" + name + "\"; there are " + String.join(", ", ids));
  }
}
