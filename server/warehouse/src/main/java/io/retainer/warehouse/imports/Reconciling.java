package io.retainer.warehouse.imports;

import io.retainer.model.imports.ImportResult.Reconciliation;
import io.retainer.model.imports.ImportResult.Verdict;
import io.retainer.spi.Additivity;
import io.retainer.spi.SourceTotal;
import io.retainer.warehouse.IntakeTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the totals a source states with the rows it gave. */
final class Reconciling {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Rounding of many rows may add up, but never to more than a thousandth of the total. */
  private static final BigDecimal MOST_ROUNDING = new BigDecimal("0.001");

  private Reconciling() {}

  static List<Reconciliation> of(List<CheckingSink.StatedTotal> totals) throws SQLException {
    List<Reconciliation> compared = new ArrayList<>();
    Map<List<Object>, Optional<BigDecimal>> sums = new HashMap<>();
    for (CheckingSink.StatedTotal stated : totals) {
      IntakeTable table = stated.table();
      SourceTotal total = stated.total();
      List<Object> column = List.of(table, total.column());
      if (!sums.containsKey(column)) {
        sums.put(column, table.total(total.column()));
      }
      Optional<BigDecimal> sum = sums.get(column);
      if (sum.isPresent()) {
        compared.add(
            new Reconciliation(
                table.header().dataset().name() + "." + total.column(),
                total.value(),
                sum.get(),
                verdict(table, total, sum.get())));
      }
    }
    return compared;
  }

  /** What the source does not give row by row is missing from a sum, which can only be less. */
  private static Verdict verdict(IntakeTable table, SourceTotal total, BigDecimal sum) {
    Verdict verdict = verdict(total.value(), sum, table.places(total.column()), table.rows());
    boolean isSum =
        table.header().dataset().column(total.column()).additivity() == Additivity.ADDITIVE;
    boolean couldBeLess = !isSum || sum.abs().compareTo(total.value().abs()) < 0;
    return verdict == Verdict.DIFFERENT && couldBeLess && table.lacks(total.column())
        ? Verdict.INCOMPLETE
        : verdict;
  }

  /**
   * @param places decimal places of the rows' values
   */
  static Verdict verdict(BigDecimal total, BigDecimal sum, int places, long rows) {
    BigDecimal difference = total.subtract(sum).abs();
    if (difference.signum() == 0) {
      return Verdict.EQUAL;
    }
    if (places == 0 && total.scale() <= 0) {
      return Verdict.DIFFERENT;
    }
    BigDecimal ofTotal = HALF.movePointLeft(Math.max(total.scale(), 0));
    BigDecimal ofRows =
        HALF.movePointLeft(places)
            .multiply(BigDecimal.valueOf(rows))
            .min(total.abs().multiply(MOST_ROUNDING));
    return difference.compareTo(ofTotal.add(ofRows)) <= 0
        ? Verdict.WITHIN_TOLERANCE
        : Verdict.DIFFERENT;
  }
}
