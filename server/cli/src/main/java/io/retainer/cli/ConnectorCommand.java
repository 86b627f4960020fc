package io.retainer.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.spi.ConnectorDescription;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be imported. */
@Command(
    name = "connector",
    mixinStandardHelpOptions = true,
    description = "Lists the connectors: which exports can be read, and how to get them.",
    synopsisSubcommandLabel = "list",
    footer = {"", "Example:", "  retainer connector list"},
    subcommands = ConnectorCommand.Connectors.class)
final class ConnectorCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do with connectors: list");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the connectors that came with the program and those in the home folder.",
      footer = {"", "Example:", "  retainer connector list --json"})
  static final class Connectors implements Callable<Integer> {

    @Spec private CommandSpec spec;
    @Mixin private HomeOption home;

    @Option(names = "--json", description = "print JSON and nothing else")
    private boolean json;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      try (Workspace workspace = home.open()) {
        List<ConnectorDescription> connectors = workspace.connectors().descriptions();
        if (json) {
          out.println(Json.text(Json.array(connectors, Connectors::document)));
        } else {
          connectors.forEach(connector -> print(out, connector));
        }
        var problems = workspace.connectors().problems();
        problems.forEach(problem -> spec.commandLine().getErr().println("Not used: " + problem));
        return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
      }
    }

    private static void print(PrintWriter out, ConnectorDescription connector) {
      out.println(connector.id() + "  " + connector.title());
      out.println("  " + connector.about());
      connector.layouts().forEach(layout -> out.println("  - " + layout));
      out.println("  fills " + String.join(", ", connector.datasets()));
      out.println();
    }

    private static ObjectNode document(ConnectorDescription connector) {
      ObjectNode document =
          Json.object()
              .put("id", connector.id())
              .put("title", connector.title())
              .put("about", connector.about());
      document.set("layouts", Json.array(connector.layouts(), Json::text));
      document.set("datasets", Json.array(connector.datasets(), Json::text));
      return document;
    }
  }
}
