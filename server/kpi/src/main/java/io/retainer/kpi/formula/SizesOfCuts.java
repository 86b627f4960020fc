package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.OfTotal;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Relations;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows chosen by what was counted in them, where a row is a cut of a day: queries with more than
 * 100 clicks, clicks on position 3 or better, the cost of what had conversions. The finer the
 * export the smaller is each row, and the same month gives another number.
 */
final class SizesOfCuts {

  private static final Set<Additivity> COUNTED =
      Set.of(Additivity.ADDITIVE, Additivity.WEIGHTED, Additivity.DISTINCT);

  private static final String LEAVE_OUT = "leave the condition out";

  private SizesOfCuts() {}

  /**
   * @param isOfBlock whether a building block is made of it, which per(…) would take the rows of
   */
  static Optional<Misuse> chosenIn(Formula leaf, boolean isOfBlock) {
    RowSet rows = Formula.rows(leaf);
    if (!rows.dataset().key().isEmpty()) {
      return Optional.empty();
    }
    return asked(leaf, rows).flatMap(each -> misuse(rows, each, isOfBlock).stream()).findFirst();
  }

  /** What is asked of rows of the dataset itself, and under which condition. */
  private record Asked(Optional<Aggregation> aggregation, Optional<Condition> where) {

    static Stream<Asked> of(Aggregation aggregation) {
      Optional<Aggregation> itself = Optional.of(aggregation);
      Optional<Condition> where = aggregation.where();
      return aggregation instanceof Aggregation.Furthest furthest
          ? furthest.steps().stream()
              .map(step -> Stream.concat(where.stream(), Stream.of(step)).toList())
              .map(both -> new Asked(itself, Optional.of(new Condition.All(both))))
          : Stream.of(new Asked(itself, where));
    }

    /** Those that look at what was counted in a row. */
    List<Condition> ofSizes(RowSet rows) {
      return Stream.of(where, rows.where())
          .flatMap(condition -> Condition.conjuncts(condition).stream())
          .filter(condition -> !isOfWhatWasTold(condition))
          .filter(condition -> !sizes(rows, condition).isEmpty())
          .distinct()
          .toList();
    }

    /** Keys with a row that has any, which those with any in all their rows together are. */
    boolean findsKeys() {
      return aggregation
          .filter(
              of ->
                  of instanceof Aggregation.Distinct
                      || of instanceof Aggregation.ExistingKeys
                      || of instanceof Aggregation.RetainedKeys
                      || of instanceof Aggregation.ActiveKeys
                      || of instanceof Aggregation.LostKeys
                      || of instanceof Aggregation.Furthest)
          .isPresent();
    }

    /** Rows without any add nothing to their own sum, or to that of a part of it. */
    boolean isSumOf(String column, Dataset dataset) {
      return aggregation.orElse(null) instanceof Aggregation.Sum sum
          && sum.value() instanceof RowValue.ColumnValue summed
          && (summed.column().equals(column)
              || dataset.relations().isPartOf(summed.column(), column));
    }
  }

  private static Stream<Asked> asked(Formula leaf, RowSet rows) {
    if (rows.perKey().isPresent()) {
      return rows.perKey().get().measures().stream().map(Measure::aggregation).flatMap(Asked::of);
    } else if (leaf instanceof Aggregate aggregate) {
      return Asked.of(aggregate.aggregation());
    } else if (leaf instanceof OfTotal total) {
      return Asked.of(total.aggregation());
    }
    return Stream.of(new Asked(Optional.empty(), Optional.empty()));
  }

  private static Optional<Misuse> misuse(RowSet rows, Asked asked, boolean isOfBlock) {
    List<Condition> chosen = asked.ofSizes(rows);
    if (chosen.stream().allMatch(one -> isOfAny(one, asked, rows))
        && areOfOne(chosen, asked, rows)) {
      return Optional.empty();
    }
    Condition all = chosen.size() == 1 ? chosen.get(0) : new Condition.All(chosen);
    return Optional.of(
        new Misuse(
            "takes rows with "
                + ConditionWords.of(all)
                + " only, and a row of "
                + rows.dataset().name()
                + " is a cut of a day: the finer an export is, the smaller is each, and the same"
                + " days give another number",
            isOfBlock ? LEAVE_OUT : instead(rows, asked, all)));
  }

  private static List<Column> sizes(RowSet rows, Condition condition) {
    return NamedColumns.of(condition).stream()
        .flatMap(name -> rows.dataset().find(name).stream())
        .filter(column -> COUNTED.contains(column.additivity()))
        .toList();
  }

  /** A thing may have the one in a row and the other in another row. */
  private static boolean areOfOne(List<Condition> chosen, Asked asked, RowSet rows) {
    if (!asked.findsKeys()) {
      return true;
    }
    Relations relations = rows.dataset().relations();
    List<String> columns =
        chosen.stream().flatMap(one -> NamedColumns.of(one).stream()).distinct().toList();
    return columns.stream()
            .anyMatch(
                part ->
                    columns.stream()
                        .allMatch(one -> one.equals(part) || relations.isPartOf(part, one)))
        || columns.isEmpty();
  }

  /** Whether the source told it at all, which is so however it was cut. */
  private static boolean isOfWhatWasTold(Condition condition) {
    return condition instanceof Condition.Missing
        || condition instanceof Condition.Not not && not.condition() instanceof Condition.Missing;
  }

  /** More than nothing: what has any in a row has any as a whole. */
  private static boolean isOfAny(Condition condition, Asked asked, RowSet rows) {
    return condition instanceof Condition.Compare one
        && isAny(one, rows.dataset())
        && (asked.findsKeys() || asked.isSumOf(one.column(), rows.dataset()));
  }

  private static boolean isAny(Condition.Compare one, Dataset dataset) {
    boolean isWhole =
        dataset.find(one.column()).filter(c -> c.type() == ColumnType.INTEGER).isPresent();
    return !Signed.COLUMNS.contains(one.column())
        && one.literal() instanceof BigDecimal bound
        && (one.comparator() == Comparator.GREATER && bound.signum() == 0
            || one.comparator() == Comparator.AT_LEAST
                && isWhole
                && bound.compareTo(BigDecimal.ONE) == 0);
  }

  /** What is chosen by its size as a whole, where its parts have a sum or a mean. */
  private static String instead(RowSet rows, Asked asked, Condition condition) {
    List<Column> sizes = sizes(rows, condition);
    Set<Column> results = new LinkedHashSet<>();
    Optional<String> then = asked.aggregation().flatMap(of -> then(rows.dataset(), of, results));
    results.addAll(sizes);
    if (then.isEmpty()
        || sizes.stream().anyMatch(size -> size.additivity() == Additivity.DISTINCT)) {
      return LEAVE_OUT;
    }
    String where = ".where(" + ConditionWords.of(condition) + ")";
    return rows.perKey().isPresent()
        ? LEAVE_OUT
            + ", or choose by results: "
            + sizes.stream().map(SizesOfCuts::result).collect(Collectors.joining("; "))
            + " in per("
            + rows.perKey().get().key()
            + "), and "
            + where
            + " in the value"
        : LEAVE_OUT
            + ", or choose things by what they have as a whole: per("
            + key(rows, asked)
            + ") { "
            + results.stream().map(SizesOfCuts::result).collect(Collectors.joining("; "))
            + " }, then "
            + then.get()
            + where;
  }

  /**
   * @param summed gets the columns that are summed for each thing
   */
  private static Optional<String> then(
      Dataset dataset, Aggregation aggregation, Set<Column> summed) {
    if (aggregation instanceof Aggregation.Distinct) {
      return Optional.of("count()");
    }
    if (!(aggregation instanceof Aggregation.Sum sum)) {
      return Optional.empty();
    }
    NamedColumns.of(sum.value()).forEach(name -> dataset.find(name).ifPresent(summed::add));
    return summed.stream().allMatch(column -> column.additivity() == Additivity.ADDITIVE)
        ? Optional.of("sum(" + FormulaWords.of(sum.value()) + ")")
        : Optional.empty();
  }

  private static String result(Column column) {
    return column.name()
        + (column.additivity() == Additivity.WEIGHTED ? " = weightedMean(" : " = sum(")
        + column.name()
        + ")";
  }

  private static String key(RowSet rows, Asked asked) {
    if (asked.aggregation().orElseThrow() instanceof Aggregation.Distinct distinct) {
      return distinct.column();
    }
    return rows.dataset().columns().stream()
        .filter(column -> column.type() == ColumnType.TEXT)
        .map(Column::name)
        .findFirst()
        .orElseThrow();
  }
}
