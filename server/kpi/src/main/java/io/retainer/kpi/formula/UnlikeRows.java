package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    }
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
