package io.retainer.workspace.pull;

import io.retainer.warehouse.imports.PrivateFolder;
import io.retainer.workspace.WholeFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command, without a shell, in an empty folder, with an environment of its own, and ends it
 * with all that it started when it takes too long, writes too much or is no longer wanted.
 */
final class CommandRun {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG");

  private final ConfiguredCommand command;
  private final Path home;
  private final Set<ProcessHandle> started = new HashSet<>();

  CommandRun(ConfiguredCommand command, Path home) {
    this.command = command;
    this.home = home;
  }

  /**
   * @param file gets its standard output
   * @throws PullException when it does not end well, with the last it said
   */
  void write(LocalDate first, LocalDate last, Path file) throws IOException {
    Path folder =
        Files.createTempDirectory(
            PrivateFolder.of(Files.createDirectories(home.resolve("run")).resolve("pull")),
            "command");
    try {
      Process process = begin(first, last, folder);
      var words = new LastWords(process.getErrorStream(), command.environment().values());
      var output = new Output(process.getInputStream(), file);
      try {
        await(process, output);
        output.join(LOOK.toMillis() * 20);
        words.join(LOOK.toMillis() * 20);
        if (process.exitValue() != 0) {
          throw PullException.passing(
              "The command %s ended with %d. %s"
                  .formatted(command.name(), process.exitValue(), words.told()));
        }
        if (output.isAlive()) {
          throw PullException.passing(
              "The command %s ended, and something that it started did not. %s"
                  .formatted(command.name(), words.told()));
        }
        output.check(command);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw PullException.passing("The pull was broken off; it goes on where it stopped.");
      } finally {
        end(process);
      }
    } finally {
      WholeFolder.delete(folder);
    }
  }

  private Process begin(LocalDate first, LocalDate last, Path folder) {
    List<String> words =
        command.run().stream()
            .map(
                word ->
                    word.replace("{first}", first.toString()).replace("{last}", last.toString()))
            .toList();
    var builder = new ProcessBuilder(words).directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    // What the server was started with may hold its own passwords.
    environment.keySet().retainAll(INHERITED);
    environment.putAll(command.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw PullException.lasting(
          "The command %s cannot be started: %s is not there or may not be run by the server's user. %s names it."
              .formatted(command.name(), command.run().get(0), command.file()));
    }
  }

  private void await(Process process, Output output) throws InterruptedException {
    long end = System.nanoTime() + command.timeOut().toNanos();
    while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      process.descendants().forEach(started::add);
      if (output.isTooLarge(command)) {
        end(process);
        output.check(command);
      }
      if (System.nanoTime() > end) {
        end(process);
        throw PullException.passing(
            "The command %s took longer than %d minutes and was ended. %s sets its minutes."
                .formatted(command.name(), command.timeOut().toMinutes(), command.file()));
      }
    }
  }

  /** Those that were left behind have no parent by which they could be found: they were noted. */
  private void end(Process process) {
    process.descendants().forEach(started::add);
    process.destroyForcibly();
    started.forEach(
        each -> {
          each.descendants().forEach(ProcessHandle::destroyForcibly);
          each.destroyForcibly();
        });
  }

  /** Copies what the command writes, up to its limit. */
  private static final class Output extends Thread {
    private final InputStream in;
    private final Path file;
    private volatile long bytes;
    private volatile IOException failure;

    Output(InputStream in, Path file) {
      super("command-output");
      this.in = in;
      this.file = file;
      setDaemon(true);
      start();
    }

    @Override
    public void run() {
      byte[] buffer = new byte[65_536];
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          out.write(buffer, 0, read);
          bytes += read;
        }
      } catch (IOException e) {
        failure = e;
      }
    }

    boolean isTooLarge(ConfiguredCommand command) {
      return bytes > command.largest();
    }

    void check(ConfiguredCommand command) {
      if (isTooLarge(command)) {
        throw PullException.lasting(
            "The command %s wrote more than %d megabytes and was ended; nothing was taken. %s sets its megabytes."
                .formatted(command.name(), command.largest() >> 20, command.file()));
      }
      if (failure != null) {
        throw PullException.passing(
            "What the command %s wrote could not be kept: %s"
                .formatted(command.name(), failure.getMessage()));
      }
    }
  }
}
