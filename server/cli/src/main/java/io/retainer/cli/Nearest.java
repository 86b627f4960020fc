package io.retainer.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What somebody may have meant. */
final class Nearest {

  private Nearest() {}

  /** The known word that is fewest keystrokes away, unless it is quite another word. */
  static Optional<String> to(String typed, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(word -> distance(typed, word)))
        .filter(word -> distance(typed, word) <= Math.max(3, typed.length() / 2));
  }

  /** Levenshtein's distance. */
  private static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] now = new int[before.length];
      now[0] = i;
      for (int j = 1; j < now.length; j++) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[right.length()];
  }
}
