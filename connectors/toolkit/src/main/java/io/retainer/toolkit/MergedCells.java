package io.retainer.toolkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cells of a sheet that reach down over rows below: the campaign that stands once beside its five
 * ads. What such a cell says holds for each of these rows, and is read into them. A figure in it is
 * one for all of them, and stays where it is, else it would be counted once for each row; and what
 * stands over a table, where no row has a figure, is no data.
 */
final class MergedCells {

  private static final int MOST = 500_000;

  private static final Pattern FIGURE =
      Pattern.compile(
          "[-+(\\u2212]?\\p{Sc}?\\s?\\d[\\d\\s.,'\\u2019]*\\s?(%|\\p{Sc}|[A-Z]{3})?\\)?");
  private static final Pattern DAY =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T.*)?|\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4}");

  private final Map<Long, List<Reach>> reaches = new HashMap<>();
  private final Map<Integer, Held> held = new HashMap<>();
  private int known;

  private record Reach(int column, long last) {}

  private record Held(String text, boolean isTyped, long last) {}

  /**
   * A cell reaches down.
   *
   * @param column from 0
   * @param first its own line
   * @param last the last line below that it covers
   */
  void reach(int column, long first, long last) {
    if (last > first && column >= 0 && column < Limits.CELLS) {
      if (++known > MOST) {
        throw new IllegalStateException("more than " + MOST + " merged cells");
      }
      reaches.computeIfAbsent(first, any -> new ArrayList<>()).add(new Reach(column, last));
    }
  }

  /** The row with what cells above it say for it as well. Rows are given in their order. */
  Row filled(Row row) {
    held.values().removeIf(cell -> cell.last() < row.line());
    List<Reach> begin = reaches.remove(row.line());
    Row whole = held.isEmpty() || row.isBlank() ? row : withHeld(row);
    if (begin != null && hasFigure(row)) {
      for (Reach reach : begin) {
        String text = row.cell(reach.column()).strip();
        if (!text.isEmpty() && (DAY.matcher(text).matches() || !isFigure(text))) {
          held.put(
              reach.column(),
              new Held(row.cell(reach.column()), row.isTyped(reach.column()), reach.last()));
        }
      }
    }
    return whole;
  }

  private Row withHeld(Row row) {
    int width = held.keySet().stream().mapToInt(column -> column + 1).max().orElse(0);
    String[] cells = Arrays.copyOf(row.cells().toArray(String[]::new), Math.max(width, row.size()));
    var typed = new BitSet();
    for (int i = 0; i < cells.length; i++) {
      Held above = held.get(i);
      boolean isCovered = above != null && row.cell(i).isBlank();
      cells[i] = isCovered ? above.text() : row.cell(i);
      typed.set(i, isCovered ? above.isTyped() : row.isTyped(i));
    }
    return new Row(row.line(), cells, typed);
  }

  private static boolean hasFigure(Row row) {
    for (int i = 0; i < row.size(); i++) {
      if (row.isTyped(i) || isFigure(row.cell(i).strip())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFigure(String text) {
    return text.length() < 40 && FIGURE.matcher(text).matches();
  }
}
