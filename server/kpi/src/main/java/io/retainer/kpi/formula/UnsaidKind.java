package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Dataset;
import java.util.List;
import java.util.Optional;

/**
 * A number of rows that are unlike things, of which no condition says which are meant: orders that
 * were placed, cancelled ones and refunds are no orders together.
 *
 * @param column tells what a row is
 * @param isSaidOfOthers whether another number of the formula says it of its own rows
 */
public record UnsaidKind(Dataset dataset, String column, boolean isSaidOfOthers) {

  /** The first one in a formula. */
  public static Optional<UnsaidKind> in(Formula formula) {
    UnsaidKind[] found = new UnsaidKind[1];
    formula.eachLeaf(leaf -> note(found, of(Formula.rows(leaf), aggregation(leaf))));
    formula.eachExpectation(model -> note(found, of(model.rows(), Optional.empty())));
    if (formula instanceof Formula.Table table) {
      Optional<Aggregation> ranked =
          table.block() instanceof Block.Ranking ranking
              ? Optional.of(ranking.measure().aggregation())
              : Optional.empty();
      table.block().tableRows().ifPresent(rows -> note(found, of(rows, ranked)));
    }
    return Optional.ofNullable(found[0]).map(unsaid -> unsaid.beside(formula));
  }

  private UnsaidKind beside(Formula formula) {
    boolean[] isSaid = {false};
    formula.eachLeaf(
        leaf ->
            isSaid[0] |=
                Formula.rows(leaf).perKey().isEmpty()
                    && Formula.rows(leaf).history().isEmpty()
                    && aggregation(leaf).filter(own -> names(column, own)).isPresent());
    return new UnsaidKind(dataset, column, isSaid[0]);
  }

  /** What a row may be, the most usual first. */
  public List<String> kinds() {
    return dataset.relations().values().get(column);
  }

  private static void note(UnsaidKind[] found, Optional<UnsaidKind> kind) {
    if (found[0] == null) {
      found[0] = kind.orElse(null);
    }
  }

  private static Optional<Aggregation> aggregation(Formula leaf) {
    if (leaf instanceof Formula.Aggregate aggregate) {
      return Optional.of(aggregate.aggregation());
    }
    return leaf instanceof Formula.OfTotal total
        ? Optional.of(total.aggregation())
        : Optional.empty();
  }

  private static Optional<UnsaidKind> of(RowSet rows, Optional<Aggregation> aggregation) {
    return rows.dataset().relations().kinds().stream()
        .filter(column -> !isSaid(column, rows, aggregation))
        .findFirst()
        .map(column -> new UnsaidKind(rows.dataset(), column, false));
  }

  /** A history tells of all rows, whatever is counted of them afterwards. */
  private static boolean isSaid(String column, RowSet rows, Optional<Aggregation> aggregation) {
    if (names(column, rows.where())) {
      return true;
    } else if (rows.history().isPresent()) {
      return false;
    } else if (rows.perKey().isPresent()) {
      return rows.perKey().get().measures().stream()
          .allMatch(result -> names(column, result.aggregation()));
    }
    return aggregation.filter(own -> names(column, own)).isPresent();
  }

  private static boolean names(String column, Optional<Condition> condition) {
    return NamedColumns.of(condition).contains(column);
  }

  private static boolean names(String column, Aggregation aggregation) {
    return NamedColumns.of(aggregation).contains(column);
  }
}
