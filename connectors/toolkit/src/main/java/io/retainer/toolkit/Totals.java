package io.retainer.toolkit;

import java.util.Set;

/** Tells the row that sums up a table. The words are data. */
public final class Totals {

  private static final Set<String> WORDS = Set.copyOf(Words.lines("totals.txt"));

  private Totals() {}

  /** Whether a cell, in which a name or a day is expected, says that its row is a total. */
  public static boolean is(String cell) {
    String word = Words.normal(cell);
    return WORDS.contains(word.endsWith(":") ? word.substring(0, word.length() - 1) : word);
  }
}
