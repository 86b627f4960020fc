package io.retainer.kpi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What was seen of a file. A file touched a moment ago may change within the same tick.
 *
 * @param modified the file's own time, which its author may set
 * @param changed when the system last changed anything of it, where the system says
 * @param identity tells it from another file in its place, where the system knows
 */
record Seen(
    FileTime modified,
    Optional<FileTime> changed,
    long size,
    Optional<Object> identity,
    String text) {

  private static final long TICK_MILLIS = 2_000;

  static Seen of(Path file, BasicFileAttributes attributes, String text) throws IOException {
    return new Seen(
        attributes.lastModifiedTime(),
        changed(file),
        attributes.size(),
        Optional.ofNullable(attributes.fileKey()),
        text);
  }

  boolean isStill(Path file, BasicFileAttributes attributes) throws IOException {
    Seen now = of(file, attributes, text);
    FileTime last = now.changed.orElse(now.modified);
    return System.currentTimeMillis() - last.toMillis() > TICK_MILLIS && equals(now);
  }

  private static Optional<FileTime> changed(Path file) throws IOException {
    try {
      return Optional.of((FileTime) Files.getAttribute(file, "unix:ctime"));
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // A system or a disk without that time: what the author may set has to do.
      return Optional.empty();
    }
  }
}
