package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.ColumnType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is divided by rows that it has nothing to do with: those of another device, or day. */
final class UnlikeRows {

  /** What cuts the same things into groups; an event or a status is another thing. */
  private static final Set<String> CUTS =
      Set.of(
          "channel",
          "source_name",
          "medium",
          "campaign",
          "device",
          "country",
          "city",
          "network",
          "list",
          "variant",
          "engine",
          "locale",
          "site",
          "location");

  private static final String COSTS = "costs";
  private static final String VAT = "vat_included";

  private UnlikeRows() {}

  /**
   * @throws Refused when the one has nothing to do with the other
   */
  static void check(Formula part, Formula whole) throws Refused {
    Optional<String> own = HeldCurrency.of(part);
    Optional<String> other = HeldCurrency.of(whole);
    if (own.isPresent() && other.isPresent() && !own.equals(other)) {
      throw new Refused(
          "divides " + own.get() + " by " + other.get(),
          "amounts of several currencies are not compared; make each a KPI of its own, or have the"
              + " client's amounts converted");
    }
    if (!(part instanceof Aggregate above) || !(whole instanceof Aggregate below)) {
      return;
    }
    if (!above.rows().dataset().equals(below.rows().dataset())) {
      return;
    }
    if (above.aggregation().isOfLastRows()
        && below.aggregation() instanceof Aggregation.Distinct keys) {
      throw new Refused(
          "divides rows of the last day by every %s of the period".formatted(keys.column()),
          "write countOnLastDay(), which are of the same day");
    }
    if (!counted(above).equals(counted(below))) {
      checkCuts(above, below);
      checkNarrowed(above, below);
    }
  }

  /** All revenue by the sessions of one device is nobody's revenue per session. */
  private static void checkNarrowed(Aggregate above, Aggregate below) throws Refused {
    if (!above.rows().equals(below.rows())
        || below.rows().perKey().isPresent()
        || isOfCosts(above)) {
      return;
    }
    Set<String> narrowed = new TreeSet<>();
    for (Condition condition : Condition.conjuncts(below.aggregation().where())) {
      if (isOfGroup(condition, below) || isOfSize(condition, above)) {
        narrowed.addAll(NamedColumns.of(condition));
      }
    }
    narrowed.removeAll(NamedColumns.of(above.aggregation().where()));
    if (!narrowed.isEmpty()) {
      throw new Refused(
          "divides by rows that are narrowed by %s what is not narrowed by it"
              .formatted(String.join(", ", narrowed)),
          "write the same where(…) after both, or leave it out below the line");
    }
  }

  /** What all of it cost for each result of one kind is asked for. */
  private static boolean isOfCosts(Aggregate above) {
    return above.aggregation() instanceof Aggregation.Sum sum
        && sum.value() instanceof RowValue.ColumnValue column
        && COSTS.equals(above.rows().dataset().relations().things().get(column.column()));
  }

  /** Rows of one device, of some weekdays, with VAT. */
  private static boolean isOfGroup(Condition condition, Aggregate below) {
    if (condition instanceof Condition.Compare one) {
      return CUTS.contains(one.column()) || one.column().equals(VAT);
    } else if (condition instanceof Condition.OneOf some) {
      return CUTS.contains(some.column());
    }
    boolean isCompared =
        condition instanceof Condition.CompareNumbers
            || condition instanceof Condition.AnyOf any
                && any.conditions().stream().allMatch(Condition.CompareNumbers.class::isInstance);
    return isCompared
        && NamedColumns.of(condition).stream()
            .flatMap(column -> below.rows().dataset().find(column).stream())
            .allMatch(column -> column.type() == ColumnType.TIMESTAMP);
  }

  /** Large orders; those with any amount at all are all that has one. */
  private static boolean isOfSize(Condition condition, Aggregate above) {
    return condition instanceof Condition.Compare one
        && one.literal() instanceof BigDecimal bound
        && bound.signum() > 0
        && above.aggregation() instanceof Aggregation.Sum sum
        && sum.value() instanceof RowValue.ColumnValue summed
        && summed.column().equals(one.column())
        && !(one.comparator() == Condition.Comparator.AT_LEAST
            && bound.compareTo(BigDecimal.ONE) == 0);
  }

  /** Revenue of one channel by that of another compares them; by its orders it means nothing. */
  private static void checkCuts(Aggregate above, Aggregate below) throws Refused {
    Map<String, Set<String>> ofPart = cuts(above);
    for (Map.Entry<String, Set<String>> cut : cuts(below).entrySet()) {
      Set<String> values = ofPart.get(cut.getKey());
      if (values != null && values.stream().noneMatch(cut.getValue()::contains)) {
        throw new Refused(
            "divides rows of one %s by rows of another".formatted(cut.getKey()),
            "write the same where(%s == …) after both; two groups are compared by the same number,"
                    .formatted(cut.getKey())
                + " or by two KPIs side by side");
      }
    }
  }

  private static Object counted(Aggregate aggregate) {
    Aggregation aggregation = aggregate.aggregation();
    return List.of(aggregation.getClass(), NamedColumns.ofValues(aggregation));
  }

  private static Map<String, Set<String>> cuts(Aggregate aggregate) {
    Map<String, Set<String>> cuts = new HashMap<>();
    for (Condition condition : Condition.conjuncts(aggregate.aggregation().where())) {
      if (condition instanceof Condition.Compare one
          && one.comparator() == Condition.Comparator.EQUAL) {
        put(cuts, one.column(), List.of(one.literal()));
      } else if (condition instanceof Condition.OneOf some) {
        put(cuts, some.column(), some.literals());
      }
    }
    return cuts;
  }

  private static void put(Map<String, Set<String>> cuts, String column, List<?> values) {
    if (CUTS.contains(column)) {
      Set<String> words = new HashSet<>();
      values.forEach(value -> words.add(value.toString().toLowerCase(Locale.ROOT)));
      cuts.merge(
          column,
          words,
          (one, other) -> {
            one.retainAll(other);
            return one;
          });
    }
  }
}
