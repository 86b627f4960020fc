package io.retainer.cli;

import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a connector into a home. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description = {
      "Checks a JAR and copies it into the home's connectors folder, whole or not at all. A running",
      "server uses it for the next import; imports under way finish on the version they began with.",
      "An older JAR of the same connectors goes.",
      "A connector is code that runs with the server's rights: install only what you trust."
    },
    footer = {
      "",
      "Examples:",
      "  retainer connector install target/acme-mail-connector-1.0.0.jar --home H",
      "  retainer connector install . --home H"
    })
final class ConnectorInstallCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private HomeOption home;

  @Parameters(paramLabel = "JAR", description = "the JAR, or the Maven project that built it")
  private Path named;

  @Override
  public Integer call() throws IOException {
    List<Path> jars = ConnectorJars.of(named);
    if (jars.size() > 1) {
      throw new WrongUsage(named + " has " + jars.size() + " JARs; name one");
    }
    Path jar = jars.get(0);
    PrintWriter out = spec.commandLine().getOut();
    Set<String> ids;
    try (CheckedJar checked = CheckedJar.open(jar)) {
      if (!checked.problems().isEmpty()) {
        PrintWriter err = spec.commandLine().getErr();
        checked.problems().forEach(each -> err.println(jar.getFileName() + ": it " + each));
        err.println("Nothing was installed. retainer connector check says more.");
        return ExitStatus.FINDINGS;
      }
      ids = ids(checked);
    }
    Path folder = Files.createDirectories(home.folder().resolve("connectors"));
    List<Path> older = older(folder, jar, ids);
    put(jar, folder);
    for (Path each : older) {
      Files.deleteIfExists(each);
      out.println(each.getFileName() + " is gone: the new JAR takes its place");
    }
    out.println(jar.getFileName() + " is installed in " + folder + ": " + String.join(", ", ids));
    out.flush();
    return ExitStatus.DONE;
  }

  private static Set<String> ids(CheckedJar checked) {
    return checked.connectors().stream()
        .map(InstalledConnector::id)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /** Installed JARs all of whose connectors the new one brings. */
  private static List<Path> older(Path folder, Path jar, Set<String> ids) throws IOException {
    List<Path> older = new ArrayList<>();
    for (Path each : ConnectorJars.jars(folder)) {
      if (!each.getFileName().equals(jar.getFileName())) {
        try (CheckedJar installed = CheckedJar.open(each)) {
          Set<String> theirs = ids(installed);
          if (!theirs.isEmpty() && ids.containsAll(theirs)) {
            older.add(each);
          } else if (theirs.stream().anyMatch(ids::contains)) {
            throw new WrongUsage(
                each.getFileName()
                    + " brings "
                    + String.join(", ", theirs)
                    + ", of which "
                    + jar.getFileName()
                    + " has only some; remove it first: retainer connector remove "
                    + each.getFileName());
          }
        }
      }
    }
    return older;
  }

  /** Nobody sees half a JAR: it gets its name when it is whole. */
  private static void put(Path jar, Path folder) throws IOException {
    Path part = folder.resolve("." + jar.getFileName() + ".part");
    try {
      Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          part,
          folder.resolve(jar.getFileName()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
