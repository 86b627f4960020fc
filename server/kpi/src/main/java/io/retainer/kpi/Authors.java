package io.retainer.kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * People, known by the files they own. Whether one of them wrote a file, and nobody else can have,
 * follows from the file and from all folders on the way to it: who may write in a folder may put
 * another's file into it.
 *
 * @param everybody whether all are meant
 * @param names those that are, otherwise; as the operating system calls them
 */
public record Authors(boolean everybody, Set<String> names) implements Predicate<Path> {

  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  /** In a folder with this bit nobody moves the files of others. */
  private static final int STICKY = 01000;

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
      // Gone, out of reach, or on a disk without owners: nobody's, who has no rights.
      return Optional.empty();
    }
  }

  @Override
  public boolean test(Path file) {
    if (everybody) {
      return true;
    }
    try {
      return of(file).filter(names::contains).isPresent()
          && !Files.isSymbolicLink(file)
          && !isOpenToOthers(file)
          && isReachedSafely(file.toRealPath(LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      // What cannot be looked at is not known to be safe.
      return false;
    }
  }

  private boolean isReachedSafely(Path file) throws IOException {
    Path folder = file.getParent().toRealPath();
    for (Path each = folder; each != null; each = each.getParent()) {
      boolean isOurs = of(each).filter(who -> names.contains(who) || isTrusted(who)).isPresent();
      if (!isOurs || isOpenToOthers(each) && (each.equals(folder) || !isSticky(each))) {
        return false;
      }
    }
    return true;
  }

  /** Those who run the machine and this process can do what they like in any case. */
  private static boolean isTrusted(String name) {
    return name.equals("root") || name.equals(System.getProperty("user.name"));
  }

  private static boolean isOpenToOthers(Path path) throws IOException {
    var attributes = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return attributes != null
        && !Collections.disjoint(attributes.readAttributes().permissions(), OF_OTHERS);
  }

  private static boolean isSticky(Path folder) throws IOException {
    try {
      return ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // The system has no such bit, so nothing keeps others from moving files here.
      return false;
    }
  }
}
