package io.retainer.cli;

import io.retainer.workspace.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets a mapping. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Removes a saved mapping. What was imported by it stays.",
    footer = {"", "Example:", "  retainer mapping remove till"})
final class MappingRemoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "NAME", description = "as retainer mapping list names it")
  private String name;

  @Override
  public Integer call() {
    try (Workspace workspace = home.open()) {
      if (!workspace.imports().mappings().remove(name)) {
        throw new WrongUsage("No mapping \"" + name + "\" is saved.");
      }
      spec.commandLine().getOut().println("Removed " + name + ".");
      return ExitStatus.DONE;
    }
  }
}
