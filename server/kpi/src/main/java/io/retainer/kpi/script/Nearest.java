package io.retainer.kpi.script;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The nearest known word, when few of its letters differ; two may have changed places. Else the
   * only one that begins with all of it: {@code source_name} for {@code source}.
   */
  public static Optional<String> to(String saw, Iterable<String> known) {
    return near(saw, known).or(() -> longer(saw, known));
  }

  private static Optional<String> longer(String saw, Iterable<String> known) {
    String beginning = saw.toLowerCase(Locale.ROOT) + "_";
    String found = null;
    for (String word : known) {
      if (word.startsWith(beginning)) {
        if (found != null && !found.equals(word)) {
          return Optional.empty();
        }
        found = word;
      }
    }
    return Optional.ofNullable(found);
  }

  /** All that begin with the whole of it: {@code opens_total} and others for {@code opens}. */
  static List<String> beginningWith(String saw, Collection<String> known) {
    String beginning = saw.toLowerCase(Locale.ROOT) + "_";
    return known.stream().filter(word -> word.startsWith(beginning)).distinct().toList();
  }

  private static Optional<String> near(String saw, Iterable<String> known) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String word : known) {
      int distance = distance(saw.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = word;
      }
    }
    boolean near = best != null && bestDistance <= most(saw, best);
    return near ? Optional.of(best) : Optional.empty();
  }

  /** Of a short word few letters may differ: {@code ads} is not meant to be {@code leads}. */
  private static int most(String saw, String word) {
    int letters = word.startsWith(saw) ? word.length() : Math.min(saw.length(), word.length());
    return letters < 5 ? 1 : Math.min(3, 1 + letters / 4);
  }

  private static int distance(String a, String b) {
    if (a.length() > 100) {
      return Integer.MAX_VALUE;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
