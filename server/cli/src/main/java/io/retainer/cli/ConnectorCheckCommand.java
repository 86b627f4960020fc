package io.retainer.cli;

import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a connector's JAR without Maven. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Loads a connector as the server does and checks what every connector promises: it",
      "recognises its own files and no others, reads them twice alike, closes what it opens, and",
      "answers broken, cut and foreign files in words. Says what is wrong and how to mend it.",
      "Of a Maven project, the JAR in target/ is checked with the files of src/test/resources."
    },
    footer = {
      "",
      "Examples:",
      "  retainer connector check target/acme-mail-connector-1.0.0.jar",
      "  retainer connector check acme-mail.jar ~/exports/mailings.csv ~/exports/older/*.csv",
      "  retainer connector check .",
      "  retainer connector check H/connectors"
    })
final class ConnectorCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "JAR-OR-FOLDER",
      description = "JAR, Maven project or folder of JARs")
  private Path named;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "exports that it should read")
  private List<String> files = List.of();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Path> samples = samples();
    boolean isSound = true;
    for (Path jar : ConnectorJars.of(named)) {
      isSound &= check(jar, samples, out);
    }
    out.flush();
    return isSound ? ExitStatus.DONE : ExitStatus.FINDINGS;
  }

  private List<Path> samples() throws IOException {
    NamedFiles here = new NamedFiles(Path.of(""));
    if (!files.isEmpty()) {
      return here.find(files);
    }
    Path fixtures = named.resolve("src/test/resources");
    return ConnectorJars.isProject(named) && Files.isDirectory(fixtures)
        ? here.find(List.of(fixtures.toString()))
        : List.of();
  }

  private boolean check(Path jar, List<Path> samples, PrintWriter out) throws IOException {
    out.println(jar.getFileName());
    try (CheckedJar checked = CheckedJar.open(jar)) {
      checked.problems().forEach(problem -> out.println("  NO  the JAR " + problem));
      boolean isSound = checked.problems().isEmpty();
      for (InstalledConnector connector : checked.connectors()) {
        isSound &= new PromisesCheck(connector, out).of(samples, !files.isEmpty());
      }
      return isSound;
    }
  }
}
