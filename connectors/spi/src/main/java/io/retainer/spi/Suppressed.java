package io.retainer.spi;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Stands in the place of a number that there is, and that the source keeps back because it is
 * small: {@code <10} users, {@code (thresholded)}. It is neither zero nor missing. A sum over it is
 * suppressed when nothing else is known, and less than the whole otherwise.
 *
 * @param below what the number is less than, where the source says so
 */
public record Suppressed(Optional<BigDecimal> below) {

  public Suppressed {
    if (below.isPresent() && below.get().signum() <= 0) {
      throw new IllegalArgumentException("A threshold is above zero, saw " + below.get());
    }
  }

  /** The source does not say where its threshold lies. */
  public static Suppressed unstated() {
    return new Suppressed(Optional.empty());
  }

  public static Suppressed below(BigDecimal threshold) {
    return new Suppressed(Optional.of(threshold));
  }

  /** Whether values of the column can be kept back: those that are counted or measured. */
  public static boolean fits(Column column) {
    boolean isNumber = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
    return isNumber
        && column.additivity() != Additivity.KEY
        && column.additivity() != Additivity.DIMENSION;
  }
}
