package io.retainer.kpi;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What was seen of a file. A file touched a moment ago may change within the same tick.
 *
 * @param identity tells it from another file in its place, where the system knows
 */
record Seen(FileTime modified, long size, Optional<Object> identity, String text) {

  private static final long TICK_MILLIS = 2_000;

  static Seen of(BasicFileAttributes attributes, String text) {
    return new Seen(
        attributes.lastModifiedTime(),
        attributes.size(),
        Optional.ofNullable(attributes.fileKey()),
        text);
  }

  boolean isStill(BasicFileAttributes attributes) {
    boolean isOld =
        System.currentTimeMillis() - attributes.lastModifiedTime().toMillis() > TICK_MILLIS;
    return isOld && equals(of(attributes, text));
  }
}
