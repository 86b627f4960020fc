package io.retainer.rendering.pdf;

import io.retainer.rendering.chart.Lettering;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the columns of a table stand among those of {@code report.jrxml}, which are counted from
 * the right edge. Two or three beside short names take every other place: numbers crowded at the
 * edge are far from their names. Bars lead there, so a table with bars has its columns together.
 *
 * @param places the first column's first
 */
record Slots(List<Integer> places) {

  private static final int FEW = 3;

  /** The room for names beside two and three such columns, as {@code report.jrxml} has it. */
  private static final double BESIDE_TWO = 297;

  private static final double BESIDE_THREE = 157;

  private static final double SIZE = 8.5;

  /** Names end some points before the numbers. */
  private static final double APART = 12;

  static Slots of(Lettering lettering, int columns, boolean hasBars, List<String> names) {
    int step = !hasBars && columns <= FEW && areShort(lettering, columns, names) ? 2 : 1;
    return new Slots(
        IntStream.range(0, columns).mapToObj(i -> step * (columns - 1 - i) + 1).toList());
  }

  private static boolean areShort(Lettering lettering, int columns, List<String> names) {
    double room = columns == FEW ? BESIDE_THREE : BESIDE_TWO;
    return names.stream().allMatch(name -> lettering.widthOf(name, SIZE) + APART <= room);
  }

  /** The number of a column in the layout's fields, the first one being 0. */
  int of(int column) {
    return places.get(column);
  }

  /** The number of the field for names that leaves room for all columns. */
  int name(boolean hasBars) {
    return places.get(0) + (hasBars ? 1 : 0);
  }
}
