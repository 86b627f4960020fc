package io.retainer.app.schedules;

import java.util.Locale;

/** Who lets a rendered report go out. */
public enum Approval {
  /** It goes out by itself when no gate holds it. */
  AUTOMATIC,
  /** A person looks at it first. */
  NEEDED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException saying which words there are
   */
  static Approval of(String word) {
    for (Approval one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is no way of approval; write automatic or needed");
  }
}
