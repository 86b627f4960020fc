package io.retainer.cli.server;

import io.retainer.cli.Installed;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server of this program's own: started, watched, and stopped when the program ends. */
public final class ServerProcess implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
  private static final int LOG_LINES = 30;

  private final Path home;
  private final int port;
  private final Process process;
  private final Thread hook = new Thread(this::stop, "stop-server");

  private ServerProcess(Path home, int port, Process process) {
    this.home = home;
    this.port = port;
    this.process = process;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a server on a home folder; it listens on this machine only.
   *
   * @param jvmOptions further options, after the usual ones
   */
  public static ServerProcess start(
      Installed installed, Path home, int port, List<String> jvmOptions)
      throws IOException, InterruptedException {
    var layout = new PayaraLayout(installed);
    layout.prepare();
    Path root = home.resolve("run").resolve("payara");
    Files.createDirectories(home.resolve("logs"));
    layout.makeRoot(root);
    Files.deleteIfExists(RunningServer.file(home));

    List<String> command = new ArrayList<>(List.of(PayaraLayout.java()));
    command.addAll(machine(layout));
    command.addAll(jvmOptions);
    command.addAll(settings(installed, home, port));
    command.addAll(layout.entry());
    command.addAll(List.of("--rootdir", root.toString()));
    command.addAll(List.of("--nohazelcast", "--disablephonehome"));
    command.addAll(layout.bootCommands());
    command.addAll(List.of("--port", String.valueOf(port), "--contextroot", "/"));
    command.addAll(List.of("--deploy", layout.war().toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()))
            .start();
    process.getOutputStream().close();
    return new ServerProcess(home, port, process);
  }

  private static List<String> machine(PayaraLayout layout) {
    List<String> options =
        new ArrayList<>(
            List.of(
                // Little memory and few threads; one report at a time needs no more.
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true"));
    if (Files.exists(layout.classArchive())) {
      options.add("-XX:SharedArchiveFile=" + layout.classArchive());
      options.add("-Xlog:cds=off");
      options.add("-Xlog:cds+dynamic=off");
    }
    if (Runtime.version().feature() >= 22) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    Optional.ofNullable(System.getenv("RETAINER_SERVER_OPTS"))
        .filter(text -> !text.isBlank())
        .ifPresent(text -> options.addAll(Arrays.asList(text.trim().split("\\s+"))));
    return options;
  }

  private static List<String> settings(Installed installed, Path home, int port) {
    var parts = installed.parts();
    return List.of(
        "-Dretainer.home=" + home,
        "-Dretainer.installation=" + installed.folder(),
        "-Dretainer.connectors=" + parts.connectors(),
        "-Dretainer.kpi-scripts=" + parts.kpiScripts(),
        "-Dretainer.report-templates=" + parts.reportTemplates(),
        "-Dretainer.http.port=" + port);
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
    awaitAnswer();
    return await(() -> RunningServer.of(home));
  }

  /** Waits until the health check is good, and no longer. */
  void awaitAnswer() throws IOException, InterruptedException {
    await(() -> isReady() ? Optional.of(port) : Optional.empty());
  }

  private <T> T await(Attempt<T> attempt) throws IOException, InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < limit) {
      Optional<T> reached = attempt.tried();
      if (reached.isPresent()) {
        return reached.get();
      }
      if (process.waitFor(150, TimeUnit.MILLISECONDS)) {
        throw new IOException("The server ended while it started. The end of its log:\n" + logEnd());
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
    List<String> lines = Files.readAllLines(log(home));
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
    Runtime.getRuntime().removeShutdownHook(hook);
    stop();
  }
}
