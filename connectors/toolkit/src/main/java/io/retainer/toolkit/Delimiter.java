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

  /** Rows of the most frequent width above one, then that width. */
  private static long score(String head, char candidate) throws IOException {
    Map<Integer, Integer> widths = new HashMap<>();
    try (var rows = new DelimitedRows("", new StringReader(head), candidate, 0)) {
      Row row;
      for (int i = 0; i < SAMPLE && (row = rows.next()) != null; i++) {
        if (row.size() > 1 && !row.cell(0).startsWith("#")) {
          widths.merge(row.size(), 1, Integer::sum);
        }
      }
    } catch (UnreadableContent cutOff) {
      // The head ends anywhere; what was read before it counts.
    }
    return widths.entrySet().stream()
        .mapToLong(width -> width.getValue() * 100_000L + Math.min(width.getKey(), 99_999))
        .max()
        .orElse(0);
  }
}
