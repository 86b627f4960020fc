package io.retainer.toolkit;

import java.util.Locale;
import java.util.Set;

/** Tells a cell without a value from one with a wrong value. The markers are data. */
public final class Missing {

  private static final Set<String> MARKERS = Set.copyOf(Words.lines("missing.txt"));
  private static final int LONGEST = MARKERS.stream().mapToInt(String::length).max().orElseThrow();

  private Missing() {}

  /** Whether a cell of figures or dates says that there is none. */
  public static boolean is(String cell) {
    if (cell.isEmpty()) {
      return true;
    }
    char first = cell.charAt(0);
    if (first >= '0' && first <= '9') {
      return false;
    }
    String trimmed = Words.trim(cell);
    return trimmed.isEmpty()
        || trimmed.length() <= LONGEST && MARKERS.contains(trimmed.toLowerCase(Locale.ROOT));
  }
}
