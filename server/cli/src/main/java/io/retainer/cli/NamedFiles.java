package io.retainer.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files meant by names, folders and patterns. */
record NamedFiles(Path from) {

  /**
   * Files in the order they are named; those of a folder by name, without hidden ones.
   *
   * @throws WrongUsage naming everything that is not there
   */
  List<Path> find(List<String> names) throws IOException {
    Set<Path> found = new LinkedHashSet<>();
    for (String name : names) {
      found.addAll(find(name));
    }
    return List.copyOf(found);
  }

  private List<Path> find(String name) throws IOException {
    if (!isPattern(name) || exists(name)) {
      Path path = path(name);
      if (Files.isDirectory(path)) {
        List<Path> files = within(path);
        if (files.isEmpty()) {
          throw new WrongUsage("There is no file in the folder " + name);
        }
        return files;
      }
      if (!Files.exists(path)) {
        throw new WrongUsage("There is no file " + name);
      }
      if (!Files.isReadable(path)) {
        throw new WrongUsage("The file " + name + " cannot be read; look at its permissions");
      }
      return List.of(path);
    }
    Path root = path(fixedPart(name));
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + path(fixedPart(name)) + rest(name));
    List<Path> files =
        Files.isDirectory(root)
            ? within(root).stream().filter(matcher::matches).toList()
            : List.of();
    if (files.isEmpty()) {
      throw new WrongUsage("No file matches " + name);
    }
    return files;
  }

  private boolean exists(String name) {
    try {
      return Files.exists(path(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Path path(String name) {
    return from.resolve(name).toAbsolutePath().normalize();
  }

  private static boolean isPattern(String name) {
    return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  /** The folders before the first wildcard. */
  private static String fixedPart(String pattern) {
    return pattern.substring(0, slashBeforeWildcard(pattern) + 1);
  }

  private static String rest(String pattern) {
    return "/" + pattern.substring(slashBeforeWildcard(pattern) + 1);
  }

  private static int slashBeforeWildcard(String pattern) {
    int wildcard = 0;
    while ("*?[{".indexOf(pattern.charAt(wildcard)) < 0) {
      wildcard++;
    }
    return pattern.lastIndexOf('/', wildcard);
  }

  private static List<Path> within(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !isHidden(folder.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean isHidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
