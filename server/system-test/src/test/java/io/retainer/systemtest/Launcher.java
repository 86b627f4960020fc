package io.retainer.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher {@code ./retainer}, run as a user's script runs it. */
final class Launcher {

  private static final long LIMIT_SECONDS = 480;

  private Launcher() {}

  static Path checkout() {
    return Path.of(System.getProperty("retainer.root", "../..")).toAbsolutePath().normalize();
  }

  /** What a command said and how it ended. */
  record Outcome(int status, String out, String err) {}

  /** Runs a command to its end, from a folder that is not the checkout. */
  static Outcome retainer(Path workingFolder, Object... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("retainer", ".out");
    Path err = Files.createTempFile("retainer", ".err");
    try {
      Process process =
          builder(workingFolder, Map.of(), arguments)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "retainer " + Arrays.toString(arguments) + " did not end: " + Files.readString(err));
      }
      return new Outcome(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  static ProcessBuilder builder(
      Path workingFolder, Map<String, String> environment, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(checkout().resolve("retainer").toString()));
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    var builder = new ProcessBuilder(command).directory(workingFolder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("RETAINER_BUILD", "never");
    // A command lives for seconds: the slower compiler would cost it more than it gains.
    builder.environment().put("RETAINER_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
    builder.environment().remove("RETAINER_HOME");
    builder.environment().putAll(environment);
    return builder;
  }
}
