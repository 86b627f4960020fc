package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Relations;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

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

  /** What cuts cost as well: money is spent on an advertisement, and a result has one. */
  private static final Set<String> CUTS_OF_COSTS =
      Set.of("ad_group", "ad", "keyword", "stage", "offer");

  /** What is called the same wherever it comes from. */
  private static final Set<String> CUTS_ANYWHERE = Set.of("network", "device", "country");

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
    List<Aggregate> parts = added(part);
    List<Aggregate> wholes = added(whole);
    for (Aggregate above : parts) {
      Optional<Refused> problem = Optional.empty();
      for (Aggregate below : wholes) {
        problem = problem(above, below);
        if (problem.isEmpty()) {
          break;
        }
      }
      if (problem.isPresent()) {
        throw problem.get();
      }
    }
  }

  /** What is added on one side of the line, whatever it is multiplied by. */
  private static List<Aggregate> added(Formula formula) {
    return Terms.of(formula).stream()
        .filter(term -> term.factor().signum() > 0 && term.over().isEmpty())
        .flatMap(term -> term.of() instanceof Aggregate one ? Stream.of(one) : Stream.empty())
        .toList();
  }

  private static Optional<Refused> problem(Aggregate above, Aggregate below) {
    try {
      check(above, below);
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e);
    }
  }

  private static void check(Aggregate above, Aggregate below) throws Refused {
    if (above.rows().perKey().isPresent() || below.rows().perKey().isPresent()) {
      return;
    }
    if (!above.rows().dataset().equals(below.rows().dataset())) {
      checkOtherDataset(above, below);
      return;
    }
    if (above.aggregation().isOfLastRows()
        && below.aggregation() instanceof Aggregation.Distinct keys) {
      throw new Refused(
          "divides rows of the last day by every %s of the period".formatted(keys.column()),
          "write countOnLastDay(), which are of the same day");
    }
    if (!counted(above).equals(counted(below))) {
      checkCuts(above, below, CUTS);
      checkNarrowed(above, below);
    }
  }

  /** Engagements on one network by the followers on another. */
  private static void checkOtherDataset(Aggregate above, Aggregate below) throws Refused {
    checkCuts(above, below, CUTS_ANYWHERE);
    Set<String> ofBelow = cutBy(below, CUTS_ANYWHERE);
    Set<String> ofAbove = cutBy(above, CUTS_ANYWHERE);
    for (String column : ofBelow) {
      boolean hasColumn = above.rows().dataset().find(column).isPresent();
      if (!ofAbove.contains(column) && (hasColumn || cutBy(above, CUTS).isEmpty())) {
        throw narrowedBelow(column);
      }
    }
    for (String column : ofAbove) {
      boolean isOfOneThing = thing(above).isPresent() && thing(above).equals(thing(below));
      if (!isOfOneThing
          && !ofBelow.contains(column)
          && below.rows().dataset().find(column).isPresent()) {
        throw narrowedAbove(column);
      }
    }
  }

  /** All revenue by the sessions of one device is nobody's revenue per session. */
  private static void checkNarrowed(Aggregate above, Aggregate below) throws Refused {
    if (!above.rows().dated().equals(below.rows().dated())) {
      return;
    }
    Set<String> cuts = new HashSet<>(CUTS);
    if (isOfCosts(above)) {
      cuts.addAll(CUTS_OF_COSTS);
    }
    Set<String> narrowed = new TreeSet<>();
    for (Condition condition : conditions(below)) {
      if (isOfGroup(condition, below, cuts)
          || isOfSize(condition, above)
          || isOfOutcome(condition, above)) {
        narrowed.addAll(NamedColumns.of(condition));
      }
    }
    conditions(above).forEach(condition -> narrowed.removeAll(NamedColumns.of(condition)));
    if (!narrowed.isEmpty()) {
      throw narrowedBelow(String.join(", ", narrowed));
    }
    Set<String> ofPart = cutBy(above, cuts);
    conditions(below).forEach(condition -> ofPart.removeAll(NamedColumns.of(condition)));
    if (!ofPart.isEmpty() && areUnlikeSums(above, below)) {
      throw narrowedAbove(String.join(", ", ofPart));
    }
  }

  /**
   * A part that is narrowed is a part all the same, such as sessions with a conversion by phone.
   */
  private static boolean areUnlikeSums(Aggregate above, Aggregate below) {
    Optional<String> part = summed(above);
    Optional<String> whole = summed(below);
    return part.isPresent()
        && whole.isPresent()
        && !above.rows().dataset().relations().isPartOf(part.get(), whole.get());
  }

  private static Refused narrowedBelow(String columns) {
    return new Refused(
        "divides by rows that are narrowed by %s what is not narrowed by it".formatted(columns),
        "write the same where(…) after both, or leave it out below the line");
  }

  private static Refused narrowedAbove(String columns) {
    return new Refused(
        "divides what is narrowed by %s by rows that are not narrowed by it".formatted(columns),
        "write the same where(…) after both, or leave it out above the line");
  }

  private static Set<Condition> conditions(Aggregate of) {
    Set<Condition> all = new LinkedHashSet<>(Condition.conjuncts(of.rows().where()));
    all.addAll(Condition.conjuncts(of.aggregation().where()));
    return all;
  }

  private static Set<String> cutBy(Aggregate of, Set<String> cuts) {
    Set<String> found = new TreeSet<>();
    for (Condition condition : conditions(of)) {
      if (isCut(condition, cuts)) {
        found.addAll(NamedColumns.of(condition));
      }
    }
    return found;
  }

  /** Rows of one device, or of campaigns with a word in their names; not all that have one. */
  private static boolean isCut(Condition condition, Set<String> cuts) {
    boolean isAsked =
        condition instanceof Condition.Missing
            || condition instanceof Condition.Not not
                && not.condition() instanceof Condition.Missing;
    Set<String> columns = NamedColumns.of(condition);
    return !isAsked && !columns.isEmpty() && cuts.containsAll(columns);
  }

  private static Optional<String> summed(Aggregate of) {
    return of.aggregation() instanceof Aggregation.Sum sum
            && sum.value() instanceof RowValue.ColumnValue column
        ? Optional.of(column.column())
        : Optional.empty();
  }

  private static Optional<String> thing(Aggregate of) {
    Map<String, String> things = of.rows().dataset().relations().things();
    return of.aggregation() instanceof Aggregation.Count
        ? Optional.ofNullable(things.get(Relations.ROWS))
        : summed(of).map(things::get);
  }

  private static boolean isOfCosts(Aggregate above) {
    Map<String, String> things = above.rows().dataset().relations().things();
    return above.aggregation() instanceof Aggregation.Sum sum
        && NamedColumns.of(sum.value()).stream().map(things::get).anyMatch(COSTS::equals);
  }

  /** Rows of one device, of some weekdays, with VAT. */
  private static boolean isOfGroup(Condition condition, Aggregate below, Set<String> cuts) {
    if (isCut(condition, cuts) || isCut(condition, Set.of(VAT))) {
      return true;
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

  /** Deals that were won, of which those that were lost have no part of the amount. */
  private static boolean isOfOutcome(Condition condition, Aggregate above) {
    Relations relations = above.rows().dataset().relations();
    return thing(above).filter(Relations.SALES::equals).isPresent()
        && isCut(condition, relations.values().keySet());
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
  private static void checkCuts(Aggregate above, Aggregate below, Set<String> by) throws Refused {
    Map<String, Set<String>> ofPart = cuts(above, by);
    for (Map.Entry<String, Set<String>> cut : cuts(below, by).entrySet()) {
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

  private static Map<String, Set<String>> cuts(Aggregate aggregate, Set<String> by) {
    Map<String, Set<String>> cuts = new HashMap<>();
    for (Condition condition : conditions(aggregate)) {
      if (condition instanceof Condition.Compare one
          && by.contains(one.column())
          && one.comparator() == Condition.Comparator.EQUAL) {
        put(cuts, one.column(), List.of(one.literal()));
      } else if (condition instanceof Condition.OneOf some && by.contains(some.column())) {
        put(cuts, some.column(), some.literals());
      }
    }
    return cuts;
  }

  private static void put(Map<String, Set<String>> cuts, String column, List<?> values) {
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
