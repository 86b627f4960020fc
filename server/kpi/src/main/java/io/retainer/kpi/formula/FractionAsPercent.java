package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Amounts by their probability, and by 100 once more: whoever writes that takes 0.25 for a quarter
 * of a percent, and the pipeline is a hundred times too small or too large.
 */
final class FractionAsPercent {

  private static final Set<BigDecimal> HUNDREDS =
      Set.of(new BigDecimal("1E+2"), new BigDecimal("0.01"));

  private FractionAsPercent() {}

  static Optional<Misuse> in(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return Optional.empty();
    }
    return weighed(combined.left(), combined.right())
        .or(() -> weighed(combined.right(), combined.left()))
        .map(FractionAsPercent::misuse)
        .or(() -> in(combined.left()))
        .or(() -> in(combined.right()));
  }

  /**
   * The column with fractions that a sum of amounts is weighed by, beside a factor of a hundred.
   */
  private static Optional<String> weighed(Formula sum, Formula factor) {
    if (!(factor instanceof Constant constant)
        || !HUNDREDS.contains(constant.value().stripTrailingZeros())
        || !(sum instanceof Formula.Aggregate aggregate)
        || !(aggregate.aggregation() instanceof Aggregation.Sum)
        || aggregate.rows().perKey().isPresent()) {
      return Optional.empty();
    }
    Set<String> columns = NamedColumns.ofValues(aggregate.aggregation());
    boolean hasMoney =
        columns.stream().anyMatch(column -> isOf(aggregate.rows(), column, Unit.MONEY));
    return columns.stream()
        .filter(column -> hasMoney && isOf(aggregate.rows(), column, Unit.FRACTION))
        .findFirst();
  }

  private static boolean isOf(RowSet rows, String column, Unit unit) {
    return rows.dataset().find(column).filter(of -> of.unit() == unit).isPresent();
  }

  private static Misuse misuse(String column) {
    return new Misuse(
        "counts with 100 where " + column + " is a fraction already: 0.25 is 25 %",
        "leave the factor out, like sum(amount * probability)");
  }
}
