package io.retainer.warehouse.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mappings that were saved, each a file {@code NAME.yaml}. They recognise the next file of
 * their table by themselves.
 *
 * @param folder need not exist
 */
public record Mappings(Path folder) {

  private static final String ENDING = ".yaml";
  private static final int LONGEST_NAME = 60;
  private static final long LARGEST = 200_000;

  /**
   * @param name letters, digits and hyphens
   */
  public record Saved(String name, String text) {}

  /** All of them by name. A file that cannot be read, or is far too large, is none. */
  public List<Saved> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .flatMap(name -> find(name).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the mappings in " + folder, e);
    }
  }

  public Optional<Saved> find(String name) {
    Path file = file(name);
    try {
      long size = isName(name) && Files.isRegularFile(file) ? Files.size(file) : 0;
      // An empty one is a name that is taken and whose text is just being written.
      return size > 0 && size <= LARGEST
          ? Optional.of(new Saved(name, Files.readString(file)))
          : Optional.empty();
    } catch (IOException unreadable) {
      // Removed in this moment, or out of reach: as one that is not there, which callers tell.
      return Optional.empty();
    }
  }

  /** Writes a mapping whole or not at all; one of the same name is replaced. */
  public void save(Saved mapping) {
    if (!isName(mapping.name())) {
      throw new IllegalArgumentException(
          "A mapping's name is letters, digits and hyphens, saw \"" + mapping.name() + "\"");
    }
    try {
      Files.createDirectories(folder);
      Path written = Files.createTempFile(folder, ".mapping", "");
      Files.writeString(written, mapping.text());
      Files.move(written, file(mapping.name()), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot save the mapping " + mapping.name(), e);
    }
  }

  /**
   * Keeps a mapping beside those that there are: another table may well be called the same.
   *
   * @return the name it got, that of the one which says the same already if there is one
   */
  public String add(String title, String text) {
    String first = nameOf(title);
    for (int number = 1; ; number++) {
      String name = number == 1 ? first : numbered(first, number);
      if (find(name).filter(saved -> saved.text().equals(text)).isPresent()) {
        return name;
      }
      if (isClaimed(name)) {
        save(new Saved(name, text));
        return name;
      }
    }
  }

  private static String numbered(String name, int number) {
    String end = "-" + number;
    int most = LONGEST_NAME - end.length();
    return name.length() > most ? name.substring(0, most).replaceAll("-$", "") + end : name + end;
  }

  /** By one step, so that of two tables that are saved at once neither gets the other's name. */
  private boolean isClaimed(String name) {
    try {
      Files.createDirectories(folder);
      Files.createFile(file(name));
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot save the mapping " + name, e);
    }
  }

  /**
   * @return false when there is none of this name
   */
  public boolean remove(String name) {
    try {
      return isName(name) && Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove the mapping " + name, e);
    }
  }

  /** The name that a mapping of this title gets. */
  public static String nameOf(String title) {
    String name =
        Normalizer.normalize(title, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    String shortened = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    return shortened.isEmpty() ? "table" : shortened.replaceAll("-$", "");
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST_NAME && name.matches("[\\p{L}\\p{N}]+(-[\\p{L}\\p{N}]+)*");
  }

  private Path file(String name) {
    return folder.resolve((isName(name) ? name : "none") + ENDING);
  }
}
