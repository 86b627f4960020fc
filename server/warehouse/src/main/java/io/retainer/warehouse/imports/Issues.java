package io.retainer.warehouse.imports;

import io.retainer.spi.ReadIssue;
import java.util.ArrayList;
import java.util.List;

/** The problems of a file: how many, and the first hundred of them. */
final class Issues {

  private static final int MOST_SHOWN = 100;

  private final List<ReadIssue> first = new ArrayList<>();
  private long count;
  private boolean ofFile;

  void row(ReadIssue issue) {
    count++;
    if (first.size() < MOST_SHOWN) {
      first.add(Personal.without(issue));
    }
  }

  /** A problem that keeps the whole file out. It stands before those of rows. */
  void file(ReadIssue issue) {
    count++;
    ofFile = true;
    first.add(0, Personal.without(issue));
    if (first.size() > MOST_SHOWN) {
      first.remove(MOST_SHOWN);
    }
  }

  boolean areOfFile() {
    return ofFile;
  }

  List<ReadIssue> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
