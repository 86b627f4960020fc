package io.retainer.warehouse.connector;

import io.retainer.spi.Connector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * One JAR in a loader of its own. It is loaded from a copy, so that the original may be replaced at
 * any time, and closed when it is retired and the last import that uses it has finished.
 */
final class LoadedJar {

  private final Path copy;
  private final URLClassLoader loader;
  private final List<InstalledConnector> connectors;
  private final List<JarProblem> problems = new ArrayList<>();
  private int users;
  private boolean retired;

  LoadedJar(Path jar, Path copies) throws IOException {
    copy = Files.createTempFile(copies, "connector", ".jar");
    Files.copy(jar, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    loader =
        new URLClassLoader(
            "connector " + jar.getFileName(),
            new URL[] {copy.toUri().toURL()},
            new SpiOnlyLoader());
    connectors = load(jar);
  }

  private List<InstalledConnector> load(Path jar) {
    List<InstalledConnector> found = new ArrayList<>();
    Iterator<Connector> providers = ServiceLoader.load(Connector.class, loader).iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          break;
        }
        Connector connector = providers.next();
        found.add(new InstalledConnector(connector.describe(), jar, connector));
      } catch (ServiceConfigurationError | RuntimeException | LinkageError | AssertionError e) {
        problems.add(new JarProblem(jar, "its connector cannot be started: " + reason(e)));
        if (e.getCause() instanceof IOException) {
          break;
        }
      }
    }
    if (found.isEmpty() && problems.isEmpty()) {
      problems.add(
          new JarProblem(
              jar,
              "names no connector in META-INF/services/"
                  + Connector.class.getName()
                  + "; list the connector's class there"));
    }
    return List.copyOf(found);
  }

  private static String reason(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each.getMessage() != null && text.indexOf(each.getMessage()) < 0) {
        text.append(text.isEmpty() ? "" : ": ").append(each.getMessage());
      }
    }
    return text.isEmpty() ? thrown.getClass().getName() : text.toString();
  }

  List<InstalledConnector> connectors() {
    return connectors;
  }

  List<JarProblem> problems() {
    return problems;
  }

  synchronized void use() {
    users++;
  }

  synchronized void release() {
    users--;
    closeWhenDone();
  }

  synchronized void retire() {
    retired = true;
    closeWhenDone();
  }

  private void closeWhenDone() {
    if (retired && users == 0) {
      try {
        loader.close();
        Files.deleteIfExists(copy);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot close the connectors of " + copy, e);
      }
    }
  }
}
