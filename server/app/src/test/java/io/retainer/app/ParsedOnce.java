package io.retainer.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The trees of scripts that one home of this process has read, for the next one: to read all of
 * ours takes half of a test's time. They are found by the hash of their texts.
 */
final class ParsedOnce {

  private static final Path KEPT =
      Path.of("target", "parsed", String.valueOf(ProcessHandle.current().pid()));

  private ParsedOnce() {}

  static void into(Path parsed) {
    copy(KEPT, parsed);
  }

  static void outOf(Path parsed) {
    copy(parsed, KEPT);
  }

  private static synchronized void copy(Path from, Path to) {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.list(from)) {
      List<Path> trees = files.filter(file -> file.toString().endsWith(".parsed")).toList();
      Files.createDirectories(to);
      for (Path tree : trees) {
        Path copy = to.resolve(tree.getFileName());
        if (Files.notExists(copy)) {
          Files.copy(tree, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
