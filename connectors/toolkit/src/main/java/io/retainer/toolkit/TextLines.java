package io.retainer.toolkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** The lines of a text, each of a bounded length. */
final class TextLines implements Closeable {

  private final Reader text;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int end;
  private long line;
  private boolean afterReturn;

  TextLines(Reader text) {
    this.text = text;
  }

  /** Number of the last line, from 1. */
  long line() {
    return line;
  }

  /**
   * @return the next line without its end, or null
   */
  String next() throws IOException {
    StringBuilder begun = null;
    line++;
    while (true) {
      if (at == end) {
        at = 0;
        end = Math.max(0, text.read(buffer, 0, buffer.length));
        if (end == 0) {
          return begun == null ? null : begun.toString();
        }
      }
      if (afterReturn && buffer[at] == '\n') {
        at++;
        afterReturn = false;
        continue;
      }
      afterReturn = false;
      int start = at;
      while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
      if (at < end && begun == null) {
        return finished(new String(buffer, start, at - start));
      }
      begun = begun == null ? new StringBuilder(1 << 10) : begun;
      begun.append(buffer, start, at - start);
      if (begun.length() > Limits.JSON_VALUE) {
        throw JsonFaults.unreadable(
            line,
            "a line of more than " + Limits.JSON_VALUE + " characters",
            "a message or a row on each line",
            "Export fewer days at a time.",
            null);
      }
      if (at < end) {
        return finished(begun.toString());
      }
    }
  }

  private String finished(String found) {
    afterReturn = buffer[at++] == '\r';
    return found;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
