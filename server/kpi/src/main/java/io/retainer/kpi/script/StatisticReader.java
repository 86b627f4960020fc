package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.script.AggregationReader.Typed;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Aggregation.Function;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the words for the smallest, the largest and the middle of the values of rows. */
record StatisticReader(AggregationReader words, Fields fields, Problems problems) {

  Optional<Typed> of(Function function, Node.Call call, Optional<Condition> where) {
    boolean isExtreme = function != Function.MEDIAN;
    Node argument = call.arguments().get(0);
    Optional<RowValueReader.Typed> value =
        isExtreme ? rowValues().extreme(argument) : rowValues().ranked(argument);
    if (isExtreme && value.isPresent() && RowValueReader.isQuotient(value.get().value())) {
      problems.add(
          call.arguments().get(0).at(),
          "'" + call.word() + "' of a rate finds the row with the smallest base",
          "divide sums, like sum(a) / sum(b), or break the KPI down");
      return Optional.empty();
    }
    return value
        .filter(of -> function == Function.MIN || isKnownWhereRanked(call, of, where))
        .filter(of -> isCountable(call, of, isExtreme))
        .map(
            of ->
                new Typed(
                    new Aggregation.Statistic(function, of.value(), where),
                    Nature.DISTRIBUTION,
                    of.dimension()));
  }

  /**
   * Rows that are things are counted. The best place is the same however often it was looked up,
   * and within one key each look counts.
   */
  private boolean isCountable(Node.Call call, RowValueReader.Typed value, boolean isExtreme) {
    Optional<String> middle = isExtreme ? Optional.empty() : middle(value);
    if (middle.isPresent()) {
      problems.add(
          call.arguments().get(0).at(),
          middle.get() + " is a mean or median of each key, and the middle of those is none of all",
          "take it over all rows at once, without per, or of a result that adds up, like n = count()"
              + " and "
              + call.word()
              + (call.word().equals("percentile") ? "(n, 90)" : "(n)"));
      return false;
    }
    Optional<String> rank = rank(value);
    if (rank.isPresent() && (isExtreme || fields.areInsidePer())) {
      return true;
    } else if (rank.isPresent() && !fields.rowsAreThings()) {
      problems.add(
          call.at(),
          "what was looked up more often, such as each day, would count more often",
          "take the middle of each keyword first: per(keyword) { place = median(ifMissing("
              + rank.get()
              + ", 101)) }, then "
              + call.word()
              + (call.word().equals("percentile") ? "(place, 90)" : "(place)"));
      return false;
    }
    return words.isCountable(call);
  }

  /** Places are looked up every day, and their middle is that of the days of one keyword. */
  private Optional<String> middle(RowValueReader.Typed value) {
    return value.dimension().equals(Dimension.POSITION)
        ? Optional.empty()
        : NamedColumns.of(value.value()).stream().filter(fields::isMiddle).sorted().findFirst();
  }

  private Optional<String> rank(RowValueReader.Typed value) {
    return NamedColumns.of(value.value()).stream().filter(fields::isRank).findFirst();
  }

  /** Without what was not found, the middle gets better with each keyword that is lost. */
  private boolean isKnownWhereRanked(
      Node.Call call, RowValueReader.Typed value, Optional<Condition> where) {
    return words.levels().isKnownWhereRanked(call, value.value(), where);
  }

  Optional<Typed> percentile(Node.Call call, Optional<Condition> where) {
    Optional<RowValueReader.Typed> value =
        rowValues()
            .ranked(call.arguments().get(0))
            .filter(of -> isKnownWhereRanked(call, of, where));
    Optional<BigDecimal> percent = Numbers.literal(call.arguments().get(1));
    if (value.isEmpty() || !isCountable(call, value.get(), false)) {
      return Optional.empty();
    }
    if (percent.filter(StatisticReader::isFraction).isPresent()) {
      BigDecimal meant = percent.get().movePointRight(2).max(BigDecimal.ONE).stripTrailingZeros();
      problems.add(
          call.arguments().get(1).at(),
          "a percentile of less than one of a hundred",
          "write how many of a hundred values lie below, from 1: percentile("
              + (call.arguments().get(0) instanceof Node.Name name ? name.name() : "column")
              + ", "
              + ShownNumber.of(meant)
              + "); the smallest of all is min(column)");
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Typed(
              new Aggregation.Percentile(
                  value.get().value(), percent.orElse(BigDecimal.ONE.negate()), where),
              Nature.DISTRIBUTION,
              value.get().dimension()));
    } catch (IllegalArgumentException e) {
      problems.add(
          call.arguments().get(1).at(),
          "this is no percentile",
          "write a number from 1 to 100 with at most one decimal: percentile(column, 90)");
      return Optional.empty();
    }
  }

  /** What others write for 90 is the smallest value of most clients. */
  private static boolean isFraction(BigDecimal percent) {
    return percent.signum() > 0 && percent.compareTo(BigDecimal.ONE) < 0;
  }

  private RowValueReader rowValues() {
    return new RowValueReader(fields, problems);
  }
}
