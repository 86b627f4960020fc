package io.retainer.app.destinations;

import java.io.IOException;
import java.nio.file.FileSystemException;

/** The name of a file where others may have the same, and where any name could be harmful. */
record FileName(String text) {

  /** Beyond this somebody writes the same report again and again. */
  static final int MOST = 1000;

  FileName {
    text = text.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
  }

  /** The name itself, then the name with a 2, and so on. */
  String numbered(int number) {
    int dot = text.lastIndexOf('.');
    return number == 1 ? text : text.substring(0, dot) + "-" + number + text.substring(dot);
  }

  IOException usedUp() {
    return new FileSystemException(null, null, "there are " + MOST + " files named " + text);
  }
}
