package io.retainer.warehouse.connector;

import io.retainer.spi.ConnectorDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The connectors in some folders of JARs. Nothing is read before it is asked for; a JAR that was
 * added, replaced or removed takes effect at the next {@link #refresh}, and imports under way
 * finish on the version they began with. Safe for use by several threads.
 */
public final class ConnectorLibrary implements AutoCloseable {

  private final List<Path> folders;
  private final ConnectorLimits limits;
  private final Map<Path, Version> versions = new LinkedHashMap<>();
  private final Map<Path, LoadedJar> jars = new LinkedHashMap<>();
  private Map<String, InstalledConnector> connectors = Map.of();
  private List<JarProblem> problems = List.of();
  private Path copies;
  private boolean isRead;

  private ConnectorLibrary(List<Path> folders, ConnectorLimits limits) {
    this.folders = List.copyOf(folders);
    this.limits = limits;
  }

  /**
   * @param folders the built-in one first; when two JARs bring a connector of the same id, the one
   *     in the later folder is used, and {@link #problems} says so. A folder need not exist
   */
  public static ConnectorLibrary open(List<Path> folders) {
    return open(folders, ConnectorLimits.USUAL);
  }

  public static ConnectorLibrary open(List<Path> folders, ConnectorLimits limits) {
    return new ConnectorLibrary(folders, limits);
  }

  /** What is installed, by id. */
  public synchronized List<ConnectorDescription> descriptions() {
    return installed().stream().map(InstalledConnector::description).toList();
  }

  public synchronized List<InstalledConnector> installed() {
    read();
    return List.copyOf(connectors.values());
  }

  public synchronized Optional<ConnectorDescription> find(String id) {
    read();
    return Optional.ofNullable(connectors.get(id)).map(InstalledConnector::description);
  }

  /** JARs and connectors that are not used, and why. */
  public synchronized List<JarProblem> problems() {
    read();
    return Stream.concat(
            problems.stream(), jars.values().stream().flatMap(jar -> jar.setAside().stream()))
        .toList();
  }

  /** Looks for changed JARs, and holds the connectors that are there until the use is closed. */
  public synchronized Use use() {
    refresh();
    List<LoadedJar> held = List.copyOf(jars.values());
    held.forEach(LoadedJar::use);
    return new Use(connectors, held);
  }

  /** Loads what was added or changed since the last time, and drops what is gone. */
  public synchronized void refresh() {
    Map<Path, Version> now = look();
    if (isRead && now.equals(versions)) {
      return;
    }
    List<JarProblem> unreadable = new ArrayList<>();
    Map<Path, LoadedJar> loaded = new LinkedHashMap<>();
    now.forEach(
        (jar, version) -> {
          if (jars.containsKey(jar) && version.equals(versions.get(jar))) {
            loaded.put(jar, jars.remove(jar));
          } else {
            try {
              if (JarFitness.isTooLarge(jar)) {
                unreadable.add(new JarProblem(jar, JarFitness.tooLarge(jar)));
              } else {
                loaded.put(jar, new LoadedJar(jar, origin(jar), copies(), limits(jar)));
              }
            } catch (IOException e) {
              unreadable.add(new JarProblem(jar, "cannot be read: " + e.getMessage()));
            }
          }
        });
    jars.values().forEach(LoadedJar::retire);
    jars.clear();
    jars.putAll(loaded);
    versions.clear();
    versions.putAll(now);
    isRead = true;
    choose(unreadable);
  }

  private void choose(List<JarProblem> unreadable) {
    List<JarProblem> found = new ArrayList<>(unreadable);
    Map<String, InstalledConnector> chosen = new java.util.TreeMap<>();
    for (LoadedJar jar : jars.values()) {
      found.addAll(jar.problems());
      for (InstalledConnector connector : jar.connectors()) {
        InstalledConnector earlier = chosen.put(connector.id(), connector);
        if (earlier != null) {
          found.add(
              new JarProblem(
                  earlier.jar(),
                  "its connector \"%s\" is not used, because %s brings one of the same id"
                      .formatted(connector.id(), connector.jar())));
        }
      }
    }
    connectors = chosen;
    problems = List.copyOf(found);
  }

  /** The built-in ones are of one hand; a stranger's must not be able to mislead another. */
  private String origin(Path jar) {
    return isBuiltIn(jar) ? "built in" : jar.getFileName().toString();
  }

  private ConnectorLimits limits(Path jar) {
    return isBuiltIn(jar) ? limits : limits.ofStrangers();
  }

  private boolean isBuiltIn(Path jar) {
    return folders.indexOf(jar.getParent()) == 0;
  }

  private void read() {
    if (!isRead) {
      refresh();
    }
  }

  private Map<Path, Version> look() {
    Map<Path, Version> found = new LinkedHashMap<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path jar :
              files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
            Version.of(jar).ifPresent(version -> found.put(jar, version));
          }
        } catch (IOException e) {
          throw new UncheckedIOException("Cannot list the connectors in " + folder, e);
        }
      }
    }
    return found;
  }

  private Path copies() throws IOException {
    if (copies == null) {
      copies = JarCopies.folder();
    }
    return copies;
  }

  @Override
  public synchronized void close() {
    jars.values().forEach(LoadedJar::retire);
    jars.clear();
    versions.clear();
    connectors = Map.of();
    isRead = false;
    if (copies != null) {
      JarCopies.delete(copies);
      copies = null;
    }
  }

  /**
   * What changes when a file does.
   *
   * @param file tells apart a file that another one has taken the place of
   */
  private record Version(long bytes, long changedAt, String file) {

    /** Empty when the file went away in this moment, or is none. */
    static Optional<Version> of(Path jar) {
      try {
        BasicFileAttributes now = Files.readAttributes(jar, BasicFileAttributes.class);
        return now.isRegularFile()
            ? Optional.of(
                new Version(
                    now.size(), now.lastModifiedTime().toMillis(), String.valueOf(now.fileKey())))
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    }
  }

  /** Connectors that stay as they are until this is closed. */
  public static final class Use implements AutoCloseable {

    private final Map<String, InstalledConnector> connectors;
    private final List<LoadedJar> held;
    private boolean isClosed;

    private Use(Map<String, InstalledConnector> connectors, List<LoadedJar> held) {
      this.connectors = connectors;
      this.held = held;
    }

    public List<InstalledConnector> connectors() {
      return List.copyOf(connectors.values());
    }

    public Optional<InstalledConnector> find(String id) {
      return Optional.ofNullable(connectors.get(id));
    }

    @Override
    public void close() {
      if (!isClosed) {
        isClosed = true;
        held.forEach(LoadedJar::release);
      }
    }
  }
}
