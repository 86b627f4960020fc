package io.retainer.warehouse.connector;

import io.retainer.spi.Connector;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.TableMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * One JAR in a loader of its own. It is loaded from a copy, so that the original may be replaced at
 * any time, and closed when it is retired and the last import that uses it has finished.
 */
final class LoadedJar {

  private final Path copy;
  private final ConnectorLoader loader;
  private final CallsUnderWay calls = new CallsUnderWay();
  private final ConnectorLimits limits;
  private final String origin;
  private final List<InstalledConnector> connectors = new ArrayList<>();
  private final List<JarProblem> problems = new ArrayList<>();
  private int users;
  private boolean retired;

  /**
   * @param origin of the JAR: connectors of one origin believe each other's answers about a file
   */
  LoadedJar(Path jar, String origin, Path copies, ConnectorLimits limits) throws IOException {
    this.limits = limits;
    this.origin = origin;
    copy = Files.createTempFile(copies, "connector", ".jar");
    Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
    loader = new ConnectorLoader(jar.getFileName().toString(), copy.toUri().toURL());
    Optional<String> unfit = JarFitness.problem(copy);
    if (unfit.isPresent()) {
      problems.add(new JarProblem(jar, unfit.get()));
    } else {
      load(jar);
    }
  }

  private Connector contained(Started found) {
    var contained =
        new ContainedConnector(found.description(), found.connector(), calls, limits, origin);
    return found.connector() instanceof TableMapper mapper
        ? new ContainedMapper(contained, mapper)
        : contained;
  }

  private void load(Path jar) {
    try {
      Found found =
          new WatchedCall(calls, limits.starting(), limits.starting())
              .run("start of " + jar.getFileName(), loader, over -> find());
      found.problems().forEach(reason -> problems.add(new JarProblem(jar, reason)));
      found.connectors().stream()
          .map(each -> new InstalledConnector(each.description(), jar, contained(each)))
          .forEach(connectors::add);
    } catch (ConnectorFailure | IOException e) {
      problems.add(new JarProblem(jar, "its connector cannot be started: " + e.getMessage()));
    }
    if (connectors.isEmpty() && problems.isEmpty()) {
      problems.add(
          new JarProblem(
              jar,
              "names no connector in META-INF/services/"
                  + Connector.class.getName()
                  + "; list the connector's class there"));
    }
  }

  /** What a JAR has, and what in it could not be started. */
  private record Found(List<Started> connectors, List<String> problems) {}

  private record Started(ConnectorDescription description, Connector connector) {}

  /** Runs a stranger's code: constructors, initialisers, descriptions. */
  private Found find() {
    var found = new Found(new ArrayList<>(), new ArrayList<>());
    Iterator<Connector> providers = ServiceLoader.load(Connector.class, loader).iterator();
    while (true) {
      try {
        if (!providers.hasNext()) {
          return found;
        }
        Connector connector = providers.next();
        ConnectorDescription description = connector.describe();
        if (description == null) {
          found.problems().add(connector.getClass().getName() + " describes itself by nothing");
        } else {
          found.connectors().add(new Started(description, connector));
        }
      } catch (ServiceConfigurationError e) {
        found.problems().add(StartFailure.words(e));
        if (e.getCause() instanceof IOException) {
          return found;
        }
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        found.problems().add(StartFailure.words(e));
      }
    }
  }

  List<InstalledConnector> connectors() {
    return List.copyOf(connectors);
  }

  List<JarProblem> problems() {
    return List.copyOf(problems);
  }

  /** Connectors that were given up while they were busy, and are still. */
  List<JarProblem> setAside() {
    Set<String> ids = calls.setAside();
    return connectors.stream()
        .filter(connector -> ids.contains(connector.id()))
        .map(
            connector ->
                new JarProblem(
                    connector.jar(),
                    "its connector \"%s\" is set aside: a call of it was given up and never ended. Replace the JAR, or start the server again"
                        .formatted(connector.id())))
        .toList();
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
