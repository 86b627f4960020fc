package io.retainer.systemtest;

import io.retainer.cli.api.Api;
import io.retainer.cli.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./retainer serve} on a home folder. */
public final class RunningProduct implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);

  /** More than the launcher leaves its server to end in. */
  private static final Duration STOP = Duration.ofMinutes(2);

  /** Who lives for minutes has no use for the slower compiler, and other tests want the cores. */
  private static final Map<String, String> BRIEF =
      Map.of("RETAINER_SERVER_OPTS", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final RunningServer server;

  private RunningProduct(Process process, RunningServer server) {
    this.process = process;
    this.server = server;
  }

  public static RunningProduct start(Path home, Map<String, String> settings)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(BRIEF);
    environment.putAll(settings);
    Path log = Files.createDirectories(home).resolve("serve.log");
    Process process =
        Launcher.builder(home, environment, "serve", "--home", home, "--port", FreePort.get())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long limit = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < limit) {
      Optional<RunningServer> server = RunningServer.of(home);
      if (server.isPresent()) {
        return new RunningProduct(process, server.get());
      }
      if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    process.destroy();
    throw new IllegalStateException("The server did not start: " + Files.readString(log));
  }

  public RunningServer server() {
    return server;
  }

  public Api api() {
    return new Api(server.url(), server.token());
  }

  /** As {@code kill -9} does: the server has no time to put anything in order. */
  void kill() {
    ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Its memory, as the system counts it. */
  long residentMb() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + server.pid() + "/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
