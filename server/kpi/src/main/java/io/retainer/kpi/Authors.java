package io.retainer.kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * People, known by the files they own.
 *
 * @param everybody whether all are meant
 * @param names those that are, otherwise; as the operating system calls them
 */
public record Authors(boolean everybody, Set<String> names) implements Predicate<Path> {

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  public Authors {
    names = Collections.unmodifiableSet(new TreeSet<>(names));
  }

  public static Authors all() {
    return new Authors(true, Set.of());
  }

  public static Authors none() {
    return new Authors(false, Set.of());
  }

  /** Empty where the operating system does not tell. */
  static Optional<String> of(Path file) {
    try {
      return Optional.of(Files.getOwner(file).getName());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Whether one of them wrote the file, and nobody else can have. */
  @Override
  public boolean test(Path file) {
    return everybody || (of(file).filter(names::contains).isPresent() && !isOpenToOthers(file));
  }

  private static boolean isOpenToOthers(Path file) {
    try {
      var attributes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      return attributes != null
          && !Collections.disjoint(attributes.readAttributes().permissions(), OF_OTHERS);
    } catch (IOException e) {
      return true;
    }
  }
}
