package io.retainer.toolkit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One record of a table, as text. Asking past the end gives an empty cell, as short lines do in
 * real exports.
 */
public final class Row {

  private final long line;
  private final String[] cells;
  private final BitSet typed;

  Row(long line, String[] cells) {
    this(line, cells, null);
  }

  /**
   * @param typed cells that a workbook holds as numbers or dates, so that their text has one
   *     reading only; null for none
   */
  Row(long line, String[] cells, BitSet typed) {
    this.line = line;
    this.cells = cells;
    this.typed = typed;
  }

  /** A row of a delimited text. */
  public static Row of(long line, String... cells) {
    return new Row(line, cells.clone());
  }

  /** A row whose cells have one reading only, such as numbers with a decimal point. */
  public static Row typed(long line, String... cells) {
    var typed = new BitSet();
    typed.set(0, cells.length);
    return new Row(line, cells.clone(), typed);
  }

  /** The physical line where the row begins, from 1; the row number of a workbook. */
  public long line() {
    return line;
  }

  public int size() {
    return cells.length;
  }

  public String cell(int index) {
    return index >= 0 && index < cells.length ? cells[index] : "";
  }

  /** Whether a workbook holds the cell as a number or a date. */
  public boolean isTyped(int index) {
    return typed != null && typed.get(index);
  }

  public List<String> cells() {
    return List.of(cells);
  }

  /** The row with these of its cells only, in this order. */
  public Row only(List<Integer> indexes) {
    String[] kept = new String[indexes.size()];
    var keptTyped = typed == null ? null : new BitSet();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = cell(indexes.get(i));
      if (isTyped(indexes.get(i))) {
        keptTyped.set(i);
      }
    }
    return new Row(line, kept, keptTyped);
  }

  public boolean isBlank() {
    for (String cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Number of cells up to the last one that is not blank: Excel pads short rows. */
  public int width() {
    int width = cells.length;
    while (width > 0 && cells[width - 1].isBlank()) {
      width--;
    }
    return width;
  }

  /**
   * The same for rows of the same cells. Of sixty-four bits: among a million different rows two
   * have the same once in forty million files.
   */
  long fingerprint() {
    int width = width();
    long mix = width;
    for (int i = 0; i < width; i++) {
      String cell = cells[i];
      mix = (mix ^ cell.length()) * 0x9E3779B97F4A7C15L;
      for (int j = 0; j < cell.length(); j++) {
        mix = (mix ^ cell.charAt(j)) * 0x100000001B3L;
      }
      mix ^= mix >>> 29;
    }
    mix = (mix ^ mix >>> 31) * 0xBF58476D1CE4E5B9L;
    return mix ^ mix >>> 32;
  }

  /** The row as a line of CSV, for the user to correct. */
  public String text() {
    var text = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        text.append(',');
      }
      text.append(quoted(cells[i]));
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    boolean plain =
        cell.indexOf(',') < 0
            && cell.indexOf('"') < 0
            && cell.indexOf('\n') < 0
            && cell.indexOf('\r') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return line + ": " + Arrays.toString(cells);
  }
}
