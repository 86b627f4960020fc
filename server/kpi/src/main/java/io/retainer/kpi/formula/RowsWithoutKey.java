package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import io.retainer.model.fact.NamedColumns;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is divided by a number of keys and counts rows without a key too: orders of guests by known
 * customers. A key that identifies the rows of its dataset is never missing.
 */
final class RowsWithoutKey {

  private RowsWithoutKey() {}

  /**
   * @throws Meaning.Refused when a row may lack the key that one side counts, and count in the
   *     other all the same
   */
  static void check(Formula part, Formula whole) throws Meaning.Refused {
    Optional<String> below = lacking(part, whole);
    if (below.isPresent()) {
      throw refused(
          "divides rows of which some may lack %s by the number of known ones",
          below.get(), "what is divided");
    }
    Optional<String> above = lacking(whole, part);
    if (above.isPresent()) {
      throw refused(
          "divides the number of known %s by rows of which some may lack it",
          above.get(), "what it is divided by");
    }
  }

  private static Meaning.Refused refused(String message, String key, String where) {
    return new Meaning.Refused(
        message.formatted(key),
        ("leave the others out: write where(%1$s != null) after %2$s, or where %1$s != null on a line"
                + " of its own")
            .formatted(key, where));
  }

  /** A key that one side counts, and of which rows of the other may lack a value. */
  private static Optional<String> lacking(Formula ofRows, Formula ofKeys) {
    TreeSet<String> lacking = new TreeSet<>();
    ofKeys.eachOfNoRate(
        counted -> {
          if (counted instanceof Aggregate keys) {
            LooksBack.anyKey(keys.aggregation())
                .filter(key -> !keys.rows().dataset().key().contains(key))
                .filter(key -> counts(ofRows, keys.rows(), key))
                .ifPresent(lacking::add);
          }
        });
    return lacking.stream().findFirst();
  }

  private static boolean counts(Formula part, RowSet keys, String key) {
    boolean[] counts = {false};
    part.eachOfNoRate(
        leaf ->
            counts[0] |=
                leaf instanceof Aggregate aggregate
                    && aggregate.rows().dataset().equals(keys.dataset())
                    && aggregate.rows().perKey().isEmpty()
                    && isOfRows(aggregate.aggregation(), key)
                    && !isKnown(aggregate.rows(), aggregate.aggregation(), key));
    return counts[0];
  }

  /** What adds rows up, or counts another key of theirs. */
  private static boolean isOfRows(Aggregation aggregation, String key) {
    return aggregation instanceof Aggregation.Sum
        || aggregation instanceof Aggregation.Count
        || LooksBack.anyKey(aggregation).filter(other -> !other.equals(key)).isPresent();
  }

  private static boolean isKnown(RowSet rows, Aggregation aggregation, String key) {
    return Condition.conjuncts(rows.where()).stream().anyMatch(each -> tells(each, rows, key))
        || Condition.conjuncts(aggregation.where()).stream()
            .anyMatch(each -> tells(each, rows, key));
  }

  /**
   * Whether a condition holds only where the key is known: a comparison with a missing value is
   * false, and so is one with what a history tells of it.
   */
  private static boolean tells(Condition condition, RowSet rows, String key) {
    if (condition instanceof Condition.Not not) {
      return not.condition() instanceof Condition.Missing missing
          ? isOfKey(missing.column(), rows, key)
          : isComparison(not.condition()) && tells(not.condition(), rows, key);
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.conditions().stream().allMatch(each -> tells(each, rows, key));
    }
    if (condition instanceof Condition.All all) {
      return all.conditions().stream().anyMatch(each -> tells(each, rows, key));
    }
    return isComparison(condition)
        && NamedColumns.of(condition).stream().anyMatch(column -> isOfKey(column, rows, key));
  }

  private static boolean isComparison(Condition condition) {
    return condition instanceof Condition.Compare
        || condition instanceof Condition.CompareNumbers
        || condition instanceof Condition.OneOf
        || condition instanceof Condition.Matches;
  }

  private static boolean isOfKey(String column, RowSet rows, String key) {
    Optional<History> history = rows.history().filter(of -> of.key().equals(key));
    return column.equals(key) || history.flatMap(of -> of.find(column)).isPresent();
  }
}
