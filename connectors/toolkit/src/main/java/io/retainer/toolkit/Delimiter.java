package io.retainer.toolkit;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/** Tells which character stands between cells: the one that cuts most lines into the same width. */
final class Delimiter {

  private static final char[] CANDIDATES = {'\t', ';', ',', '|'};
  private static final int SAMPLE = 200;

  private Delimiter() {}

  static char of(String head) throws IOException {
    char best = ',';
    long bestScore = 0;
    for (char candidate : CANDIDATES) {
      if (head.indexOf(candidate) >= 0) {
        long score = score(head, candidate);
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    return best;
  }

  /**
   * The share of rows that have the most frequent width above one, then their number, then that
   * width. The share comes first: a wrong character finds more rows where it tears quoted cells
   * with line breaks apart.
   */
  private static long score(String head, char candidate) throws IOException {
    Map<Integer, Integer> widths = new HashMap<>();
    int all = 0;
    try (var rows = new DelimitedRows("", new StringReader(head), candidate, 0)) {
      Row row;
      for (int i = 0; i < SAMPLE && (row = rows.next()) != null; i++) {
        boolean counts = !row.isBlank() && !row.cell(0).startsWith("#");
        all += counts ? 1 : 0;
        if (counts && row.size() > 1) {
          widths.merge(row.size(), 1, Integer::sum);
        }
      }
    } catch (UnreadableContent cutOff) {
      // The head ends anywhere; what was read before it counts.
    }
    long rows = Math.max(1, all);
    return widths.entrySet().stream()
        .mapToLong(
            width ->
                width.getValue() * 1_000L / rows * 100_000_000L
                    + width.getValue() * 100_000L
                    + Math.min(width.getKey(), 99_999))
        .max()
        .orElse(0);
  }
}
