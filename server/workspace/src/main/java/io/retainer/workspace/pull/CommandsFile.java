package io.retainer.workspace.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * {@code <home>/commands.yaml}: the commands that sources may be. It belongs to the operator alone;
 * pages and the API only choose among its names.
 *
 * <pre>{@code
 * commands:
 *   facebook:
 *     run: [/opt/taps/bin/tap-facebook, --config, /etc/taps/facebook.json]
 *     environment: /etc/taps/facebook.env   # lines like TOKEN=…, for the owner alone
 *     minutes: 30
 *     megabytes: 500
 * }</pre>
 */
final class CommandsFile {

  private static final String NAME = "[a-z0-9][a-z0-9-]{0,40}";
  private static final Set<String> WORDS = Set.of("run", "environment", "minutes", "megabytes");
  private static final int USUAL_MINUTES = 30;
  private static final int USUAL_MEGABYTES = 500;

  private final Path file;

  CommandsFile(Path home) {
    this.file = home.resolve("commands.yaml");
  }

  boolean isThere() {
    return Files.exists(file);
  }

  /**
   * @throws PullException when the file cannot be used, or names no such command
   */
  ConfiguredCommand named(String name) {
    Map<String, Object> commands = commands();
    if (!commands.containsKey(name)) {
      throw wrong("it names no command \"%s\"; there are %s".formatted(name, commands.keySet()));
    }
    if (!name.matches(NAME)) {
      throw wrong("a command is named like facebook-ads, saw \"%s\"".formatted(name));
    }
    Map<String, Object> given = map(commands.get(name), name);
    if (!WORDS.containsAll(given.keySet())) {
      throw wrong("%s has %s; there are %s".formatted(name, given.keySet(), WORDS));
    }
    return new ConfiguredCommand(
        name,
        run(given.get("run"), name),
        given.containsKey("environment") ? environment(given.get("environment"), name) : Map.of(),
        Duration.ofMinutes(number(given, "minutes", USUAL_MINUTES, name)),
        (long) number(given, "megabytes", USUAL_MEGABYTES, name) << 20,
        file);
  }

  private Map<String, Object> commands() {
    if (!isThere()) {
      throw wrong("there is no such file; it names the commands that may be run");
    }
    requireOwners(file);
    try {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      return map(map(yaml.load(Files.readString(file)), "the file").get("commands"), "commands");
    } catch (YAMLException e) {
      throw wrong("it is no YAML: " + e.getMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private Map<String, Object> map(Object value, String of) {
    if (!(value instanceof Map<?, ?> found)) {
      throw wrong("%s has to be names with what belongs to them".formatted(of));
    }
    var map = new LinkedHashMap<String, Object>();
    found.forEach((key, each) -> map.put(String.valueOf(key), each));
    return map;
  }

  private List<String> run(Object value, String name) {
    if (!(value instanceof List<?> words) || words.isEmpty()) {
      throw wrong(
          "\"run\" of %s has to be a list, the program and its arguments: [/opt/taps/tap, --config, …]"
              .formatted(name));
    }
    List<String> run = words.stream().map(String::valueOf).toList();
    if (!Path.of(run.get(0)).isAbsolute()) {
      throw wrong(
          "the program of %s has to be named from the root, like /opt/taps/tap, saw \"%s\""
              .formatted(name, run.get(0)));
    }
    return run;
  }

  private int number(Map<String, Object> given, String word, int usual, String name) {
    Object value = given.getOrDefault(word, usual);
    if (!(value instanceof Integer number) || number < 1 || number > 10_000) {
      throw wrong("\"%s\" of %s is a number from 1 to 10000".formatted(word, name));
    }
    return number;
  }

  private Map<String, String> environment(Object value, String name) {
    Path lines = file.resolveSibling(String.valueOf(value));
    if (!Files.isRegularFile(lines)) {
      throw wrong("the environment of %s is a file that is not there: %s".formatted(name, lines));
    }
    requireOwners(lines);
    var environment = new LinkedHashMap<String, String>();
    try {
      for (String line : Files.readAllLines(lines)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int equals = line.indexOf('=');
          if (equals < 1) {
            throw wrong("%s has a line without = ; expected NAME=value".formatted(lines));
          }
          environment.put(line.substring(0, equals).strip(), line.substring(equals + 1));
        }
      }
    } catch (IOException e) {
      throw wrong("the environment of %s cannot be read: %s".formatted(name, lines));
    }
    return environment;
  }

  /**
   * Whoever may write here may run anything as the server's user; whoever reads has its secrets.
   */
  private void requireOwners(Path needed) {
    var view =
        Files.getFileAttributeView(needed, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      if (view == null) {
        return;
      }
      Set<PosixFilePermission> others = EnumSet.copyOf(view.readAttributes().permissions());
      others.removeAll(PosixFilePermissions.fromString("rwx------"));
      if (Files.isSymbolicLink(needed) || !others.isEmpty()) {
        throw wrong(
            "%s has to be a file for its owner alone: chmod 600 %s".formatted(needed, needed));
      }
      String owner = view.readAttributes().owner().getName();
      String user = System.getProperty("user.name");
      if (!owner.equals(user) && !owner.equals("root")) {
        throw wrong("%s belongs to %s; it has to be %s's".formatted(needed, owner, user));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at " + needed, e);
    }
  }

  private PullException wrong(String what) {
    return PullException.lasting("%s: %s.".formatted(file, what));
  }
}
