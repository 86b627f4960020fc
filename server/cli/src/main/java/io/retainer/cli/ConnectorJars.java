package io.retainer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The JARs that are meant by a JAR, a Maven project or a folder of JARs. */
final class ConnectorJars {

  private ConnectorJars() {}

  /**
   * @throws WrongUsage saying what to do when there is none
   */
  static List<Path> of(Path named) throws IOException {
    if (!Files.exists(named)) {
      throw new WrongUsage("There is no file " + named);
    }
    if (!Files.isDirectory(named)) {
      return List.of(named);
    }
    if (isProject(named)) {
      return List.of(
          jars(named.resolve("target")).stream()
              .filter(jar -> !jar.getFileName().toString().startsWith("original-"))
              .filter(
                  jar -> !jar.getFileName().toString().matches(".*-(sources|javadoc|tests)[.]jar"))
              .max(Comparator.comparing(ConnectorJars::changed))
              .orElseThrow(
                  () ->
                      new WrongUsage(
                          "There is no JAR in "
                              + named.resolve("target")
                              + "; build it first: ./mvnw verify")));
    }
    List<Path> jars = jars(named);
    if (jars.isEmpty()) {
      throw new WrongUsage(named + " is neither a Maven project nor a folder of JARs; name a JAR");
    }
    return jars;
  }

  static boolean isProject(Path folder) {
    return Files.isRegularFile(folder.resolve("pom.xml"));
  }

  /** By name; a folder need not exist. */
  static List<Path> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static long changed(Path file) {
    return file.toFile().lastModified();
  }
}
