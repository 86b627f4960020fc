package io.retainer.kpi;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** What was seen of a file. A file touched a moment ago may change within the same tick. */
record Seen(FileTime modified, long size, String text) {

  private static final long TICK_MILLIS = 2_000;

  boolean isStill(BasicFileAttributes attributes) {
    boolean isOld =
        System.currentTimeMillis() - attributes.lastModifiedTime().toMillis() > TICK_MILLIS;
    return isOld && modified.equals(attributes.lastModifiedTime()) && size == attributes.size();
  }
}
