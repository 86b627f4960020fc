package io.retainer.toolkit;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells which character stands between cells: the one that cuts most lines into the same width. */
final class Delimiter {

  private static final char[] CANDIDATES = {'\t', ';', ',', '|'};
  private static final int SAMPLE = 200;

  private Delimiter() {}

  static char of(String head) throws IOException {
    if (head.indexOf('\t') >= 0 && isTableOfTabs(head)) {
      return '\t';
    }
    char best = ',';
    Fit bestFit = Fit.NONE;
    char widest = ',';
    Fit widestFit = Fit.NONE;
    for (char candidate : CANDIDATES) {
      if (head.indexOf(candidate) >= 0) {
        Fit fit = fit(head, candidate);
        if (fit.score() > bestFit.score()) {
          best = candidate;
          bestFit = fit;
        }
        if (fit.cuts() > widestFit.cuts()) {
          widest = candidate;
          widestFit = fit;
        }
      }
    }
    return bestFit.isOfMost() ? best : widest;
  }

  /**
   * Whether all lines from the first with tabs on have as many of them. Nobody writes tabs in a
   * text, while commas stand in the lines above a table and in its amounts: {@code October 1, 2026,
   * 12:00 AM} and {@code 1,234.56}.
   */
  private static boolean isTableOfTabs(String head) throws IOException {
    List<Integer> widths = new ArrayList<>();
    try (var rows = new DelimitedRows("", new StringReader(head), '\t', 0)) {
      Row row;
      for (int i = 0; i < SAMPLE && (row = rows.next()) != null; i++) {
        boolean counts = !row.isBlank() && (!widths.isEmpty() || row.size() > 2);
        if (counts) {
          widths.add(row.size());
        }
      }
    } catch (UnreadableContent cutOff) {
      // The head ends anywhere; what was read before it counts.
    }
    boolean mayBeCutOff = widths.size() > 2;
    List<Integer> whole = mayBeCutOff ? widths.subList(0, widths.size() - 1) : widths;
    return whole.size() > 1 && whole.stream().distinct().count() == 1;
  }

  /**
   * How well a character cuts.
   *
   * @param rows those of the most frequent width above one
   * @param all all rows that are not blank
   */
  private record Fit(int rows, int width, int all) {

    static final Fit NONE = new Fit(0, 1, 1);

    /**
     * The share of the rows, then their number, then their width. The share comes first: a wrong
     * character finds more rows where it tears quoted cells with line breaks apart.
     */
    long score() {
      return rows * 1_000L / Math.max(1, all) * 100_000_000L
          + rows * 100_000L
          + Math.min(width, 99_999);
    }

    /**
     * Else what stands above a short table may be cut alike by another character: three lines like
     * {@code Report Start: October 1, 2026, 12:00 AM} above the headings and one row.
     */
    boolean isOfMost() {
      return rows * 2L > all;
    }

    long cuts() {
      return rows * (width - 1L);
    }
  }

  private static Fit fit(String head, char candidate) throws IOException {
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
    int total = all;
    return widths.entrySet().stream()
        .map(width -> new Fit(width.getValue(), width.getKey(), total))
        .max(Comparator.comparingLong(Fit::score))
        .orElse(Fit.NONE);
  }
}
