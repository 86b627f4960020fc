package io.retainer.app.shell;

import java.time.DateTimeException;
import java.util.function.Function;

/** A value as somebody typed it. */
public final class Input {

  private Input() {}

  private static final int LARGEST_LIMIT = 1000;

  /** How many to list: a number from 1 to 1000. */
  public static int limit(String text) {
    if (!text.matches("[0-9]{1,4}") || number(text) < 1 || number(text) > LARGEST_LIMIT) {
      throw Problem.invalid(
          "\"limit\" is a number from 1 to " + LARGEST_LIMIT + ", saw \"" + text + "\".");
    }
    return number(text);
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

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
