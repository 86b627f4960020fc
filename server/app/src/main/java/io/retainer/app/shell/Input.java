package io.retainer.app.shell;

import java.time.DateTimeException;
import java.util.function.Function;

/** A value as somebody typed it. */
public final class Input {

  private Input() {}

  /** Reads a value; an unreadable one is the caller's mistake, in the reading's own words. */
  public static <T> T value(String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Problem.invalid(
          e.getMessage() == null ? "\"" + text + "\" cannot be read." : e.getMessage());
    }
  }
}
