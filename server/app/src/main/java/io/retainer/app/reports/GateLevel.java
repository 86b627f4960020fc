package io.retainer.app.reports;

import java.util.Locale;

/** How much it matters what a gate finds. */
public enum GateLevel {
  /** The gate is not asked. */
  OFF,
  /** It is said, and the report goes out. */
  WARN,
  /** The report waits for a person. */
  HOLD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException saying which words there are
   */
  public static GateLevel of(String word) {
    for (GateLevel level : values()) {
      if (level.word().equals(word)) {
        return level;
      }
    }
    throw new IllegalArgumentException(
        "\"" + word + "\" is no level of a gate; write off, warn or hold");
  }
}
