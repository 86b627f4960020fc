package io.retainer.app.bootstrap;

import io.retainer.workspace.StateClock;
import io.retainer.workspace.configuration.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A courier in a process of its own, without the container around it: to be killed. */
final class CourierProcess implements AutoCloseable {

  private final Process process;
  private final Path log;

  private CourierProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * @param own home of the process
   * @param shared home that it sends for
   * @param skew how far its machine's clock is ahead
   */
  static CourierProcess start(Path own, Path shared, Duration skew) throws IOException {
    Files.createDirectories(own);
    Files.writeString(own.resolve(Configuration.FILE), "retainer.deliveries.home=" + shared);
    Path log = own.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Dretainer.home=" + own,
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    CourierProcess.class.getName(),
                    skew.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new CourierProcess(process, log);
  }

  /** How many mails its log says it has handed over. */
  long sent() throws IOException {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains("Delivery ") && line.endsWith(": Taken")).count();
    }
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** What the process runs: what the container would. */
  public static void main(String[] arguments) throws InterruptedException {
    ProcessHandle.current()
        .parent()
        .ifPresent(test -> test.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    Clock machine = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[0]));
    new Courier(Settings.ofThisProcess(), new StateClock(machine)).open();
    Thread.currentThread().join();
  }
}
