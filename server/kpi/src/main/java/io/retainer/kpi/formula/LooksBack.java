package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import java.util.Optional;

/**
 * Words about what a key did before, and the groups they may be cut into. Cut by a dimension of
 * single rows, who bought through another channel before would be new in this one, and lost in that
 * one though still a customer. Only what is the same in all rows of the key leaves its past whole.
 */
public final class LooksBack {

  private LooksBack() {}

  /** The key whose past a formula looks at where it cannot be cut by the dimension. */
  public static Optional<String> keyCutBy(Formula formula, String dimension) {
    String[] found = {null};
    formula.eachLeaf(
        leaf -> {
          if (found[0] == null && leaf instanceof Formula.Aggregate aggregate) {
            found[0] =
                key(aggregate.aggregation())
                    .filter(key -> !isOfFirstRow(aggregate.rows(), key, dimension))
                    .orElse(null);
          }
        });
    return Optional.ofNullable(found[0]);
  }

  /** A key whose past a number looks at, and a column of single rows that its condition names. */
  public record Narrowed(String key, String column) {}

  /** What a condition of this number alone would cut the past of a key by. */
  public static Optional<Narrowed> narrowedBy(Formula.Aggregate aggregate, Condition condition) {
    return key(aggregate.aggregation())
        .flatMap(
            key ->
                NamedColumns.of(condition).stream()
                    .filter(column -> !isOfFirstRow(aggregate.rows(), key, column))
                    .findFirst()
                    .map(column -> new Narrowed(key, column)));
  }

  private static boolean isOfFirstRow(RowSet rows, String key, String dimension) {
    return rows.history()
        .filter(history -> history.key().equals(key))
        .flatMap(history -> history.find(dimension))
        .filter(told -> told.column().isPresent())
        .isPresent();
  }

  /** The key that is counted or added up by, of the period or of the past. */
  public static Optional<String> anyKey(Aggregation aggregation) {
    return aggregation instanceof Aggregation.Distinct distinct
        ? Optional.of(distinct.column())
        : key(aggregation);
  }

  static Optional<String> key(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.ExistingKeys keys) {
      return Optional.of(keys.key());
    } else if (aggregation instanceof Aggregation.RetainedKeys keys) {
      return Optional.of(keys.key());
    } else if (aggregation instanceof Aggregation.ActiveKeys keys) {
      return Optional.of(keys.key());
    } else if (aggregation instanceof Aggregation.LostKeys keys) {
      return Optional.of(keys.key());
    } else if (aggregation instanceof Aggregation.MaturedKeys keys) {
      return Optional.of(keys.key());
    }
    return aggregation instanceof Aggregation.MaturedSum sum
        ? Optional.of(sum.key())
        : Optional.empty();
  }
}
