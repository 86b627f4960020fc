package io.retainer.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real Trino, coordinator and worker in one process, with an Iceberg catalog named {@code facts}
 * on the local disk.
 */
final class TrinoServer implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(10);
  private static final String STARTED = "SERVER STARTED";

  private static TrinoServer ofThisProcess;

  private final Process process;
  private final int port;
  private final Duration start;

  /** The one of this process, which ends with it. */
  static synchronized TrinoServer started() {
    if (ofThisProcess == null) {
      try {
        Path folder = Files.createTempDirectory("retainer-trino");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder)));
        ofThisProcess =
            start(
                Path.of(System.getProperty("trino.server")),
                Path.of(System.getProperty("trino.java"), "bin", "java"),
                folder);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return ofThisProcess;
  }

  /** What was unpacked takes a gigabyte. */
  private static void end(Path folder) {
    if (ofThisProcess != null) {
      ofThisProcess.close();
      ofThisProcess.process.onExit().join();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param archive the server as it is published
   * @param java of a JDK that this Trino runs on
   * @param folder for its settings, log and tables
   */
  static TrinoServer start(Path archive, Path java, Path folder)
      throws IOException, InterruptedException {
    return new TrinoServer(unpacked(archive, folder), java, folder);
  }

  /** By a program that knows hard links, of which the archive has thousands. */
  private static Path unpacked(Path archive, Path folder) throws IOException, InterruptedException {
    var tar = new ProcessBuilder("tar", "xzf", archive.toString()).directory(folder.toFile());
    int status = tar.inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException("tar ended with " + status + " for " + archive);
    }
    return folder.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
  }

  private TrinoServer(Path installation, Path java, Path folder)
      throws IOException, InterruptedException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path catalogs = Files.createDirectories(folder.resolve("catalogs"));
    Path tables = Files.createDirectories(folder.resolve("tables"));
    // Of the many plug-ins this one alone, which makes the start short.
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    Files.createSymbolicLink(
        plugins.resolve("iceberg"), installation.resolve("plugin").resolve("iceberg"));
    Path settings = folder.resolve("config.properties");
    Files.write(
        settings,
        List.of(
            "node.id=one",
            "node.environment=test",
            "node.internal-address=127.0.0.1",
            "http-server.http.port=" + port,
            "discovery.uri=http://127.0.0.1:" + port,
            "coordinator=true",
            "node-scheduler.include-coordinator=true",
            "plugin.dir=" + plugins,
            "catalog.config-dir=" + catalogs,
            "task.concurrency=2",
            "query.max-memory-per-node=400MB",
            "memory.heap-headroom-per-node=200MB"));
    Files.write(
        catalogs.resolve("facts.properties"),
        List.of(
            "connector.name=iceberg",
            "iceberg.catalog.type=TESTING_FILE_METASTORE",
            "hive.metastore.catalog.dir=local:///metastore",
            "fs.native-local.enabled=true",
            "local.location=" + tables));
    Path log = folder.resolve("trino.log");
    process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dconfig=" + settings,
                "-cp",
                installation.resolve("lib") + "/*",
                "io.trino.server.TrinoServer")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    start = waitFor(log);
  }

  private Duration waitFor(Path log) throws IOException, InterruptedException {
    Instant begun = Instant.now();
    while (!Files.readString(log).contains(STARTED)) {
      Duration passed = Duration.between(begun, Instant.now());
      if (!process.isAlive() || passed.compareTo(LONGEST_START) > 0) {
        process.destroyForcibly();
        throw new IllegalStateException("Trino did not start: " + Files.readString(log));
      }
      Thread.sleep(200);
    }
    return Duration.between(begun, Instant.now());
  }

  String url(String schema) {
    return "jdbc:trino://127.0.0.1:%d/facts/%s".formatted(port, schema);
  }

  /** A new schema of the catalog, and a connection to it. */
  Connection schema(String name) throws SQLException {
    Connection connection = DriverManager.getConnection(url(name), "retainer", "");
    connection.createStatement().execute("create schema " + name);
    return connection;
  }

  /** How long it took to start, and the most memory it has taken since. */
  String costs() throws IOException {
    String resident =
        Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"))
            .lines()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse("memory unknown");
    return "Trino started in %d s, %s, CPU %d s"
        .formatted(
            start.toSeconds(),
            resident.replaceAll("\\s+", " "),
            process.info().totalCpuDuration().orElse(Duration.ZERO).toSeconds());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
