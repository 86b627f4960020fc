package io.retainer.cli;

import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a connector out of a home. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = {
      "Removes a JAR from the home's connectors folder. Imports under way finish; what was imported",
      "stays. A connector that came with the program and was hidden by it is used again."
    },
    footer = {
      "",
      "Examples:",
      "  retainer connector remove acme-mail --home H",
      "  retainer connector remove acme-mail-connector-1.0.0.jar --home H"
    })
final class ConnectorRemoveCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "NAME", description = "the connector, or its JAR's file name")
  private String name;

  @Override
  public Integer call() throws IOException {
    Path folder = home.folder().resolve("connectors");
    PrintWriter out = spec.commandLine().getOut();
    for (Path jar : ConnectorJars.jars(folder)) {
      try (CheckedJar installed = CheckedJar.open(jar)) {
        List<String> ids = installed.connectors().stream().map(InstalledConnector::id).toList();
        if (jar.getFileName().toString().equals(name) || ids.contains(name)) {
          Files.delete(jar);
          out.println(
              jar.getFileName()
                  + " is removed"
                  + (ids.isEmpty() ? "" : ", and with it " + String.join(", ", ids)));
          out.flush();
          return ExitStatus.DONE;
        }
      }
    }
    throw new WrongUsage(
        "No JAR in "
            + folder
            + " brings \""
            + name
            + "\". Connectors that came with the program cannot be removed.");
  }
}
