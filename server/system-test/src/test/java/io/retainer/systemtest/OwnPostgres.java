package io.retainer.systemtest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that is killed and started again, at the same address with what it has. */
final class OwnPostgres implements AutoCloseable {

  private final Path folder;
  private final int port = FreePort.get();
  private EmbeddedPostgres running;

  OwnPostgres(Path folder) throws IOException {
    this.folder = folder;
    begin();
  }

  private void begin() throws IOException {
    running =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.toFile())
            .setDataDirectory(data())
            .setCleanDataDirectory(false)
            .setLocaleConfig("locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            .setPort(port)
            .start();
  }

  private Path data() {
    return folder.resolve("data");
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /** Without a word to whoever is connected, as when a machine loses its power. */
  void restart() throws IOException, InterruptedException {
    String pid = Files.readAllLines(data().resolve("postmaster.pid")).get(0).strip();
    ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
    postmaster.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    // It holds the folder's lock until then, and finds nothing to stop any more.
    running.close();
    begin();
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
