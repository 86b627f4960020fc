package io.retainer.app.inbox;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A file as one look saw it.
 *
 * @param key what stays the same when the file is renamed, where the file system has that
 */
record Sight(String name, long size, Instant modified, Optional<Object> key) {

  static Sight of(String name, BasicFileAttributes file) {
    return new Sight(
        name,
        file.size(),
        file.lastModifiedTime().toInstant(),
        Optional.ofNullable(file.fileKey()));
  }

  /** Nothing that anybody wants imported: what desktops leave in each folder they open. */
  static boolean isClutter(String name) {
    return name.equals(".DS_Store")
        || name.startsWith("._")
        || name.equalsIgnoreCase("Thumbs.db")
        || name.equalsIgnoreCase("desktop.ini");
  }

  /** Whether its writer will give it another name in the end: {@code .q.csv.Xa81kf} of rsync. */
  boolean hasUnfinishedName() {
    String small = name.toLowerCase(Locale.ROOT);
    return name.startsWith(".")
        || name.startsWith("~")
        || name.endsWith("~")
        || small.matches(".*\\.(part|partial|filepart|crdownload|download|tmp|temp|swp)");
  }

  /** The same file under this name, not written to since. */
  boolean isAs(Sight earlier) {
    return equals(earlier);
  }

  boolean wasRenamedFrom(Sight earlier) {
    return key.isPresent() && key.equals(earlier.key) && !name.equals(earlier.name);
  }
}
