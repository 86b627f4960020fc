package io.retainer.warehouse.imports;

import io.retainer.model.imports.ImportResult.Reconciliation;
import io.retainer.model.imports.ImportResult.Verdict;
import io.retainer.spi.SourceTotal;
import io.retainer.warehouse.IntakeTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the totals a source states with the rows it gave. */
final class Reconciling {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Rounding of many rows may add up, but never to more than a thousandth of the total. */
  private static final BigDecimal MOST_ROUNDING = new BigDecimal("0.001");

  private Reconciling() {}

  static List<Reconciliation> of(List<CheckingSink.StatedTotal> totals) throws SQLException {
    List<Reconciliation> compared = new ArrayList<>();
    for (CheckingSink.StatedTotal stated : totals) {
      IntakeTable table = stated.table();
      SourceTotal total = stated.total();
      Optional<BigDecimal> sum = table.total(total.column());
      if (sum.isPresent()) {
        compared.add(
            new Reconciliation(
                table.header().dataset().name() + "." + total.column(),
                total.value(),
                sum.get(),
                verdict(total.value(), sum.get(), table.places(total.column()), table.rows())));
      }
    }
    return compared;
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
