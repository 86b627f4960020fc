package io.retainer.app.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Moves a file that was imported to where it belongs, under a name that nothing else has. */
final class Filing {

  private static final int MOST_NAMESAKES = 10_000;

  private Filing() {}

  /**
   * @throws IOException when it stays where it is
   */
  static void file(Path file, Slip slip) throws IOException {
    Path folder = file.resolveSibling(slip.folder());
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder);
    }
    String name = file.getFileName().toString();
    for (int number = 1; number <= MOST_NAMESAKES; number++) {
      Path place = folder.resolve(numbered(name, number));
      if (movedTo(file, place)) {
        Files.writeString(
            slipOf(place), slip.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        return;
      }
    }
    throw new FileAlreadyExistsException(folder.resolve(name).toString());
  }

  private static boolean movedTo(Path file, Path place) throws IOException {
    if (exists(place) || exists(slipOf(place))) {
      return false;
    }
    try {
      Files.move(file, place);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static boolean exists(Path place) {
    return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
  }

  static Path slipOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".txt");
  }

  /** {@code orders.csv}, {@code orders-2.csv} and so on. */
  private static String numbered(String name, int number) {
    if (number == 1) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    return dot <= 0
        ? name + "-" + number
        : name.substring(0, dot) + "-" + number + name.substring(dot);
  }
}
