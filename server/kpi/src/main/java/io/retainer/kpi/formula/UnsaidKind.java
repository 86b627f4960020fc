package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Dataset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A number of rows that are unlike things, of which no condition says which are meant: orders that
 * were placed, cancelled ones and refunds are no orders together.
 *
 * @param column tells what a row is
 * @param isSaidOfOthers whether another number of the formula says it of its own rows
 * @param excluded a condition that says which are not meant, where that is all that is said
 * @param left those that it leaves
 */
public record UnsaidKind(
    Dataset dataset,
    String column,
    boolean isSaidOfOthers,
    Optional<Condition> excluded,
    List<String> left) {

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
    return new UnsaidKind(dataset, column, isSaid[0], excluded, left);
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
        .flatMap(column -> of(column, rows, aggregation).stream())
        .findFirst();
  }

  private static Optional<UnsaidKind> of(
      String column, RowSet rows, Optional<Aggregation> aggregation) {
    List<String> kinds = rows.dataset().relations().values().get(column);
    for (Set<Condition> all : conditions(column, rows, aggregation)) {
      List<String> left = new RowKinds(column, all).among(kinds);
      boolean isSaid =
          left.size() <= 1 || all.stream().anyMatch(one -> RowKinds.areNamed(column, one));
      if (!isSaid) {
        Optional<Condition> excluded =
            all.stream().filter(one -> NamedColumns.of(one).contains(column)).findFirst();
        return Optional.of(new UnsaidKind(rows.dataset(), column, false, excluded, left));
      }
    }
    return Optional.empty();
  }

  /**
   * The conditions of each number of rows that has to say it. A history tells of all rows, whatever
   * is counted of them afterwards.
   */
  private static List<Set<Condition>> conditions(
      String column, RowSet rows, Optional<Aggregation> aggregation) {
    if (rows.history().isPresent()) {
      return List.of(Condition.conjuncts(rows.where()));
    }
    Stream<Aggregation> numbers =
        rows.perKey().isPresent()
            ? rows.perKey().get().measures().stream().map(Measure::aggregation)
            : aggregation.stream();
    return rows.perKey().isEmpty() && aggregation.isEmpty()
        ? List.of(Condition.conjuncts(rows.where()))
        : numbers
            .filter(number -> !NamedColumns.ofValues(number).contains(column))
            .map(number -> both(rows, number))
            .toList();
  }

  private static Set<Condition> both(RowSet rows, Aggregation number) {
    Set<Condition> all = new LinkedHashSet<>(Condition.conjuncts(rows.where()));
    all.addAll(Condition.conjuncts(number.where()));
    return all;
  }

  private static boolean names(String column, Aggregation aggregation) {
    return NamedColumns.of(aggregation).contains(column);
  }
}
