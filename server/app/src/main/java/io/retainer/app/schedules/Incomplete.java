package io.retainer.app.schedules;

import java.time.Duration;
import java.util.Locale;

/** What a schedule does while days of its period are not imported yet. */
public enum Incomplete {
  /** Waits for them, and after that for a person. */
  WAIT,
  /** Sends what there is; its figures say that they are partial. */
  SEND;

  /** For how long data is waited for before a person has to decide. */
  static final Duration USUAL_PATIENCE = Duration.ofDays(3);

  static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException saying which words there are
   */
  static Incomplete of(String word) {
    for (Incomplete one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is not what a schedule can do about missing data; write wait or send");
  }
}
