package io.retainer.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import io.retainer.warehouse.imports.Mappings;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.contract.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The mappings of the home. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the mappings that are saved in the home.",
    footer = {"", "Example:", "  retainer mapping list --home /srv/retainer"})
final class MappingListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Option(names = "--json", description = "print JSON and nothing else")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Workspace workspace = home.open()) {
      List<String> names =
          workspace.imports().mappings().all().stream().map(Mappings.Saved::name).toList();
      if (json) {
        out.println(Json.text(Json.array(names, TextNode::valueOf)));
      } else if (names.isEmpty()) {
        out.println("No mapping is saved. \"retainer mapping draft FILE\" writes one.");
      } else {
        names.forEach(out::println);
      }
      out.flush();
      return ExitStatus.DONE;
    }
  }
}
