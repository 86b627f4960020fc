package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Aggregation.Function;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import io.retainer.spi.Unit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mean of the best places of keywords, without those that were found on no day: it gets better
 * with each one that is lost.
 */
final class NeverFound {

  private NeverFound() {}

  static Optional<Misuse> leftOutOf(Formula.Aggregate leaf) {
    RowSet rows = leaf.rows();
    Set<String> asked = middled(leaf.aggregation());
    if (asked.isEmpty() || rows.perKey().isEmpty()) {
      return Optional.empty();
    }
    return rows.perKey().get().measures().stream()
        .filter(measure -> asked.contains(measure.name()))
        .filter(measure -> !NamedColumns.of(leaf.aggregation().where()).contains(measure.name()))
        .flatMap(measure -> place(rows, measure).map(of -> misuse(rows, measure, of)).stream())
        .findFirst();
  }

  /** Results of which a mean, a middle or a largest one is taken, missing ones aside. */
  private static Set<String> middled(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Sum sum) {
      return bare(sum.value());
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      return bare(percentile.value());
    }
    return aggregation instanceof Aggregation.Statistic statistic
            && statistic.function() != Function.MIN
        ? bare(statistic.value())
        : Set.of();
  }

  private static Set<String> bare(RowValue value) {
    return Columns.bare(value).collect(Collectors.toSet());
  }

  /** The column of places whose smallest is taken, where nothing stands for a missing one. */
  private static Optional<String> place(RowSet rows, Measure measure) {
    if (!(measure.aggregation() instanceof Aggregation.Statistic best)
        || best.function() != Function.MIN) {
      return Optional.empty();
    }
    Set<String> looked = NamedColumns.of(rows.where());
    looked.addAll(NamedColumns.of(best.where()));
    return Columns.bare(best.value())
        .filter(column -> !looked.contains(column))
        .filter(
            column ->
                rows.dataset()
                    .find(column)
                    .filter(of -> of.unit() == Unit.POSITION)
                    .filter(of -> of.additivity() == Additivity.LEVEL)
                    .isPresent())
        .findFirst();
  }

  private static Misuse misuse(RowSet rows, Measure measure, String place) {
    String key = rows.perKey().orElseThrow().key();
    return new Misuse(
        "each "
            + key
            + " that was found on no day has no "
            + measure.name()
            + " and would be left out, so that the value gets better with each one that is lost",
        "write " + measure.name() + " = min(ifMissing(" + place + ", 101))");
  }
}
