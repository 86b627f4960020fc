package io.retainer.cli.server;

import io.retainer.cli.Installed;
import io.retainer.workspace.HomeFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server of this program's own: started, watched, and stopped when the program ends. */
public final class ServerProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  /** The first time, the classes it used are archived when it ends. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

  private static final int LOG_LINES = 30;

  private final Path home;
  private final int port;
  private final long logged;
  private final Process process;
  private final Thread hook = new Thread(this::stop, "stop-server");

  /**
   * @param logged bytes of the log that earlier servers wrote
   */
  private ServerProcess(Path home, int port, long logged, Process process) {
    this.home = home;
    this.port = port;
    this.logged = logged;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a server on a home folder; it listens on this machine only.
   *
   * @param chosen what is set for it besides this program's environment
   */
  public static ServerProcess start(
      Installed installed, Path home, int port, Map<String, String> chosen) throws IOException {
    File log = new HomeFolder(home).logs().resolve(log(home).getFileName()).toFile();
    long logged = log.length();
    var builder =
        new ProcessBuilder(
                "bash",
                installed.server().resolve("start").toString(),
                installed.folder().toString(),
                home.toString(),
                String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    // The Java machine that runs this program, and the folders it reads.
    var parts = installed.parts();
    var environment = builder.environment();
    environment.putAll(chosen);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("RETAINER_CONNECTORS", parts.connectors().toString());
    environment.put("RETAINER_KPI_SCRIPTS", parts.kpiScripts().toString());
    environment.put("RETAINER_REPORT_TEMPLATES", parts.reportTemplates().toString());
    Process process = builder.start();
    process.getOutputStream().close();
    return new ServerProcess(home, port, logged, process);
  }

  public static Path log(Path home) {
    return home.resolve("logs").resolve("server.log");
  }

  /**
   * Waits until the server answers and has said where it is.
   *
   * @throws IOException with the end of the log, when it does not come up
   */
  public RunningServer awaitReady() throws IOException, InterruptedException {
    await(() -> isReady() ? Optional.of(port) : Optional.empty());
    return await(() -> RunningServer.of(home));
  }

  private <T> T await(Attempt<T> attempt) throws IOException, InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < limit) {
      Optional<T> reached = attempt.tried();
      if (reached.isPresent()) {
        return reached.get();
      }
      if (process.waitFor(150, TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "The server ended while it started. The end of its log:\n" + logEnd());
      }
    }
    throw new IOException(
        "The server is not ready after %d s. The end of its log:%n%s"
            .formatted(START_LIMIT.toSeconds(), logEnd()));
  }

  /** Something that works sooner or later. */
  @FunctionalInterface
  private interface Attempt<T> {
    Optional<T> tried() throws IOException;
  }

  private boolean isReady() {
    try {
      URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
      var connection = (HttpURLConnection) ready.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(3000);
      int status = connection.getResponseCode();
      try (InputStream body =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        if (body != null) {
          body.readAllBytes();
        }
      }
      return status == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String logEnd() throws IOException {
    byte[] log = Files.readAllBytes(log(home));
    int from = (int) Math.min(logged, log.length);
    List<String> lines =
        new String(log, from, log.length - from, StandardCharsets.UTF_8).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
  }

  public long pid() {
    return process.pid();
  }

  /** Returns when the server has ended, with its exit status. */
  public int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This program ends too, and the hook does the same.
    }
    stop();
  }
}
