package io.retainer.cli;

import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.InstalledConnector;
import io.retainer.warehouse.connector.JarContents;
import io.retainer.warehouse.connector.JarProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JAR loaded as the server does it, by itself.
 *
 * @param problems what keeps it from being installed
 */
record CheckedJar(Path jar, ConnectorLibrary library, Path folder, List<String> problems)
    implements AutoCloseable {

  static CheckedJar open(Path jar) throws IOException {
    Path folder = Files.createTempDirectory("retainer-check");
    Path copy = Files.copy(jar, folder.resolve(jar.getFileName().toString()));
    ConnectorLibrary library = ConnectorLibrary.open(List.of(folder));
    List<String> problems =
        new ArrayList<>(library.problems().stream().map(JarProblem::reason).toList());
    if (problems.isEmpty()) {
      problems.addAll(JarContents.problems(copy));
    }
    return new CheckedJar(jar, library, folder, List.copyOf(problems));
  }

  List<InstalledConnector> connectors() {
    return library.installed();
  }

  @Override
  public void close() throws IOException {
    library.close();
    Files.deleteIfExists(folder.resolve(jar.getFileName().toString()));
    Files.deleteIfExists(folder);
  }
}
