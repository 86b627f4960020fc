package io.retainer.systemtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows a text as its reader does: types what stands in {@code sh} blocks, and writes any other
 * block into the file that the line before it names.
 */
final class Tutorial {

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?:^`([^`\\n]+)`\\n\\n)?^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final int LIMIT_MINUTES = 9;

  private final Path work;
  private final Path out;
  private Path here;

  Tutorial(Path work) throws IOException {
    this.work = work;
    this.here = Files.createDirectory(work.resolve("tutorial"));
    this.out = Files.createFile(work.resolve("tutorial.log"));
  }

  /** All that the commands said. */
  String follow(String text) throws IOException, InterruptedException {
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (block.group(2).equals("sh")) {
        type(block.group(3));
      } else if (block.group(1) != null) {
        Files.writeString(here.resolve(block.group(1)), block.group(3));
      }
    }
    return Files.readString(out);
  }

  /** In one shell, as {@code cd} holds for what follows. */
  private void type(String commands) throws IOException, InterruptedException {
    Path place = work.resolve("place");
    String script =
        "retainer() { '%s' \"$@\"; }\n%s\npwd >'%s'\n"
            .formatted(Launcher.checkout().resolve("retainer"), commands, place);
    var builder =
        new ProcessBuilder("bash", "-ec", script)
            .directory(here.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
    builder.environment().putAll(environment());
    builder.environment().remove("RETAINER_HOME");
    Process shell = builder.start();
    if (!shell.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || shell.exitValue() != 0) {
      shell.destroy();
      throw new AssertionError(
          "The tutorial fails at:\n" + commands + "\n" + Files.readString(out));
    }
    here = Path.of(Files.readString(place).strip());
  }

  /** What is fetched for the author's project does not stay in this user's Maven repository. */
  private Map<String, String> environment() {
    String usual = Path.of(System.getProperty("user.home"), ".m2", "repository").toString();
    String repositories =
        String.join(
            " ",
            List.of(
                "-Dmaven.repo.local=" + work.resolve("m2"), "-Dmaven.repo.local.tail=" + usual));
    return Map.of(
        "JAVA_HOME",
        System.getProperty("java.home"),
        "RETAINER_BUILD",
        "never",
        "MAVEN_ARGS",
        repositories);
  }
}
