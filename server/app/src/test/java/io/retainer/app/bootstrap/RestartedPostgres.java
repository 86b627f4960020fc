package io.retainer.app.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that is killed and started again. */
final class RestartedPostgres implements AutoCloseable {

  private final EmbeddedPostgres first;
  private final Path data;
  private Process second;

  private RestartedPostgres(EmbeddedPostgres first, Path data) {
    this.first = first;
    this.data = data;
  }

  static RestartedPostgres start(Path folder) throws IOException {
    Path data = folder.resolve("data");
    return new RestartedPostgres(
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.toFile())
            .setDataDirectory(data)
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .start(),
        data);
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(first.getPort());
  }

  /** Without a word to whoever is connected, as when a machine loses its power. */
  void restart() throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<String> command =
        List.of(
            new String(
                    Files.readAllBytes(Path.of("/proc", String.valueOf(pid), "cmdline")),
                    StandardCharsets.UTF_8)
                .split("\0"));
    Path program = Path.of("/proc", String.valueOf(pid), "exe").toRealPath();
    boolean isRoot = System.getProperty("user.name").equals("root");
    new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor();
    postmaster.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    var again = new ArrayList<String>(isRoot ? List.of("unshare", "-U") : List.of());
    again.add(program.toString());
    again.addAll(command.subList(1, command.size()));
    second =
        new ProcessBuilder(again)
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling("second.log").toFile())
            .start();
    awaitAnswer();
  }

  private void awaitAnswer() throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (true) {
      try (Connection connection = DriverManager.getConnection(url())) {
        connection.isValid(1);
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > limit || !second.isAlive()) {
          throw new IllegalStateException("PostgreSQL did not come back", e);
        }
        Thread.sleep(50);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (second != null) {
      second.destroy();
    }
    first.close();
  }
}
