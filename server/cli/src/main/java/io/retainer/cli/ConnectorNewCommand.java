package io.retainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a connector. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a small Maven project with a connector that works, its sample files and its tests.",
      "It needs a JDK 17 and nothing of this checkout; ./mvnw verify is green at once."
    },
    footer = {
      "",
      "Examples:",
      "  retainer connector new acme-mail",
      "  retainer connector new acme-mail --title \"ACME Mail\" --package com.agency.acme --into ~/acme-mail"
    })
final class ConnectorNewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "the connector's id: small letters, digits and hyphens, like acme-mail")
  private String name;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "the platform's own name (default: NAME in words)")
  private String title;

  @Option(
      names = "--package",
      paramLabel = "P",
      description = "package of its classes (default: org.example.NAME)")
  private String packageName;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "where to write it (default: ./NAME-connector)")
  private Path into;

  @Override
  public Integer call() throws IOException {
    ConnectorProject project = project();
    ConnectorKit kit = ConnectorKit.here();
    Path folder = into == null ? Path.of(name + "-connector") : into;
    refuseUsed(folder);
    project.write(folder, kit);
    PrintWriter out = spec.commandLine().getOut();
    out.println("A connector for " + project.title() + " is in " + folder + ". It works:");
    out.println();
    out.println("  cd " + folder + " && ./mvnw verify");
    out.println("  retainer connector check .");
    out.println("  retainer connector install target/" + name + "-connector-1.0.0.jar --home H");
    out.println();
    out.println(
        "Change the files in src/test/resources to what the platform exports, then the headings,"
            + " then "
            + project.className()
            + ".java until the tests are green again.");
    out.flush();
    return ExitStatus.DONE;
  }

  private ConnectorProject project() {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new WrongUsage(
          "\""
              + name
              + "\" is no connector's name; write small letters, digits and hyphens, like"
              + " acme-mail");
    }
    String chosen = packageName == null ? "org.example." + name.replace("-", "") : packageName;
    if (!SourceVersion.isName(chosen)) {
      throw new WrongUsage(
          "\"" + chosen + "\" is no package; write --package like com.agency.acme");
    }
    String words = title == null ? ConnectorProject.titleOf(name) : title.strip();
    if (words.isEmpty() || words.chars().anyMatch(c -> "\"\\<>&".indexOf(c) >= 0 || c < ' ')) {
      throw new WrongUsage(
          "The title \""
              + words
              + "\" cannot be written into the files; leave out quotes and"
              + " brackets");
    }
    return new ConnectorProject(name, words, chosen);
  }

  private static void refuseUsed(Path folder) throws IOException {
    if (Files.exists(folder)) {
      boolean isEmpty = false;
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          isEmpty = files.findAny().isEmpty();
        }
      }
      if (!isEmpty) {
        throw new WrongUsage(
            folder + " is there already; name an empty folder with --into, or remove it");
      }
    }
  }
}
