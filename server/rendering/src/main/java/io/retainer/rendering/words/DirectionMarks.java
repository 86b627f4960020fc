package io.retainer.rendering.words;

import java.util.regex.Pattern;

/** Signs that turn the direction of what follows them, so that a name reads as another. */
public final class DirectionMarks {

  private static final Pattern MARKS =
      Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private DirectionMarks() {}

  /** The text without them; letters that run from right to left do so by themselves. */
  public static String removedFrom(String text) {
    return MARKS.matcher(text).replaceAll("");
  }
}
