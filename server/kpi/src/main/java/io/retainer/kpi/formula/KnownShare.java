package io.retainer.kpi.formula;

import io.retainer.kpi.formula.RowsInCommon.Are;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Journey;
import io.retainer.spi.Relations;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether what stands above the line of a percentage is known to be one of what stands below it: it
 * is the same number of fewer rows, or a dataset or {@link Journey} says that it is spoken of so,
 * or the KPI's id does. Of two columns of which nothing is said the value may be over 100 %.
 */
public final class KnownShare {

  private static final String BY = "-by-";

  private KnownShare() {}

  /**
   * Why it is not, in the words that follow "the unit is percent, and".
   *
   * @param id which may end with what it is a percentage of, like {@code -by-page-view}
   */
  public static Optional<String> problem(Share share, String id) {
    List<Summand> above = added(share.part());
    List<Summand> below = added(share.whole());
    if (below.isEmpty() || below.stream().anyMatch(whole -> isNamed(id, whole))) {
      return Optional.empty();
    }
    return above.stream()
        .filter(part -> below.stream().noneMatch(whole -> isKnown(part, whole, below)))
        .findFirst()
        .map(part -> problem(part, below.get(0)));
  }

  private static List<Summand> added(Formula formula) {
    return Summand.in(formula).stream().flatMap(List::stream).filter(Summand::isAdded).toList();
  }

  private static boolean isKnown(Summand part, Summand whole, List<Summand> below) {
    if (!part.rows().dataset().equals(whole.rows().dataset())) {
      return isKnownOfOther(part, whole);
    }
    Optional<String> column = column(part);
    Optional<String> of = column(whole);
    if (column.isPresent() && of.isPresent() && !column.equals(of)) {
      return relations(part).isPartOf(column.get(), of.get())
          || relations(part).isPercentageOf(column.get(), of.get()) && hasAll(below, of.get());
    } else if (column.isPresent() && of.isPresent() || part.measure().equals(whole.measure())) {
      return isOfFewerRows(part, whole);
    }
    return isNumberOfRows(part)
        ? of.isEmpty() || whole.rows().perKey().isPresent()
        : !isNumberOfKeys(part) || !isNumberOfRows(whole) || part.isOfRows();
  }

  /** Calls are of all views, on maps and in searches; of one kind of them alone they are not. */
  private static boolean hasAll(List<Summand> below, String column) {
    Relations relations = relations(below.get(0));
    return below.stream()
        .flatMap(one -> column(one).stream())
        .toList()
        .containsAll(relations.togetherWith(column));
  }

  /** Of what is computed from each row nothing is known, and nothing is said of it. */
  private static boolean isKnownOfOther(Summand part, Summand whole) {
    if (isComputed(part) || isComputed(whole)) {
      return true;
    }
    Optional<String> thing = thing(part);
    Optional<String> of = thing(whole);
    return thing.isPresent() && of.isPresent() && Journey.isPercentageOf(thing.get(), of.get())
        || of.filter(Journey::isPlanned).isPresent();
  }

  private static boolean isOfFewerRows(Summand part, Summand whole) {
    return isInOrder(part, whole) && !overlap(part, whole);
  }

  /** Rows of both that are not all of one: those over 50 and those below 100. */
  private static boolean overlap(Summand part, Summand whole) {
    return part.isLike(whole)
        && part.isOfRows()
        && !Twice.isWithin(part.conditions(), whole.conditions())
        && new RowsInCommon(part.rows()).under(part.conditions(), whole.conditions()) == Are.SOME;
  }

  /** A purchase is one of those who came, and a second order one of the first ones. */
  private static boolean isInOrder(Summand part, Summand whole) {
    Relations relations = relations(part);
    for (String column : relations.sequences().keySet()) {
      Set<String> later = texts(part, column);
      Set<String> before = texts(whole, column);
      later.removeAll(before);
      boolean isOfOthers = !before.isEmpty() && !later.isEmpty();
      if (isOfOthers
          && !later.stream()
              .allMatch(
                  one ->
                      before.stream().anyMatch(other -> relations.isAfter(column, one, other)))) {
        return false;
      }
    }
    return part.rows()
        .history()
        .filter(
            history ->
                history.columns().stream()
                    .filter(told -> told.tells() == History.Tells.NTH)
                    .anyMatch(told -> isBefore(told.name(), part, whole)))
        .isEmpty();
  }

  private static boolean isBefore(String nth, Summand part, Summand whole) {
    Optional<BigDecimal> one = number(part, nth);
    Optional<BigDecimal> other = number(whole, nth);
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) < 0;
  }

  private static Optional<BigDecimal> number(Summand of, String column) {
    return equal(of, column).filter(BigDecimal.class::isInstance).map(BigDecimal.class::cast);
  }

  private static Optional<Object> equal(Summand of, String column) {
    return of.conditions().stream()
        .flatMap(
            each ->
                each instanceof Condition.Compare one
                        && one.column().equals(column)
                        && one.comparator() == Condition.Comparator.EQUAL
                    ? Optional.of(one.literal()).stream()
                    : Optional.empty().stream())
        .findFirst();
  }

  private static Set<String> texts(Summand of, String column) {
    Set<String> texts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    equal(of, column).ifPresent(text -> texts.add(text.toString()));
    for (Condition each : of.conditions()) {
      if (each instanceof Condition.OneOf some && some.column().equals(column)) {
        some.literals().forEach(text -> texts.add(text.toString()));
      }
    }
    return texts;
  }

  /** Of the dataset: that which an inner grouping adds up, where it does. */
  private static Optional<String> column(Summand of) {
    if (of.column().isPresent() || of.rows().perKey().isEmpty()) {
      return of.column();
    }
    return of.measure().what() instanceof RowValue.ColumnValue result
        ? of.rows().perKey().get().measures().stream()
            .filter(measure -> measure.name().equals(result.column()))
            .map(Measure::aggregation)
            .flatMap(aggregation -> summed(aggregation).stream())
            .findFirst()
        : Optional.empty();
  }

  private static Optional<String> summed(Aggregation aggregation) {
    Optional<RowValue> value =
        aggregation instanceof Aggregation.Sum sum
            ? Optional.of(sum.value())
            : aggregation instanceof Aggregation.Statistic statistic
                ? Optional.of(statistic.value())
                : Optional.empty();
    return value
        .filter(RowValue.ColumnValue.class::isInstance)
        .map(column -> ((RowValue.ColumnValue) column).column());
  }

  private static boolean isNumberOfRows(Summand of) {
    return of.measure().what().equals("");
  }

  private static boolean isNumberOfKeys(Summand of) {
    return of.measure().what() instanceof String && !isNumberOfRows(of) && column(of).isEmpty();
  }

  private static boolean isComputed(Summand of) {
    return column(of).isEmpty() && of.measure().what() instanceof RowValue;
  }

  /** The word for what it is a number of. */
  private static Optional<String> thing(Summand of) {
    String row = relations(of).things().get(Relations.ROWS);
    if (isNumberOfRows(of)) {
      return of.rows()
          .perKey()
          .map(inner -> relations(of).things().get(inner.key()))
          .or(() -> of.rows().perKey().isPresent() ? Optional.empty() : Optional.ofNullable(row));
    } else if (isNumberOfKeys(of)) {
      String key = of.measure().what().toString();
      return Optional.ofNullable(
          of.rows().dataset().key().contains(key) ? row : relations(of).things().get(key));
    }
    return isOfSteps(of)
        ? Optional.of(Relations.CONVERSIONS)
        : column(of).map(column -> relations(of).things().get(column));
  }

  /** Events that others come before: one is what a visit leads to. */
  private static boolean isOfSteps(Summand of) {
    Relations relations = relations(of);
    return relations.sequences().keySet().stream()
        .anyMatch(
            column -> {
              Set<String> values = texts(of, column);
              return !values.isEmpty()
                  && values.stream().allMatch(value -> relations.hasBefore(column, value));
            });
  }

  private static boolean isNamed(String id, Summand whole) {
    return names(whole).stream().anyMatch(name -> id.endsWith(BY + name));
  }

  /** Values that say what a number is of, where all of a column do: a purchase, a page view. */
  private static Set<String> events(Summand of) {
    Relations relations = relations(of);
    Set<String> events = new TreeSet<>();
    relations.sequences().keySet().stream()
        .filter(column -> relations.isStep(column, ""))
        .forEach(column -> events.addAll(texts(of, column)));
    return events;
  }

  /** What the whole may be called in an id, the most telling first. */
  private static List<String> names(Summand whole) {
    Set<String> names = new LinkedHashSet<>(events(whole));
    column(whole).ifPresent(names::add);
    thing(whole).ifPresent(names::add);
    if (isNumberOfKeys(whole)) {
      names.add(whole.measure().what().toString());
    }
    names.add(whole.rows().dataset().name());
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"))
        .toList();
  }

  private static String problem(Summand part, Summand whole) {
    if (overlap(part, whole)) {
      return "rows may be counted above the line that are not counted below it, so that the value may be over 100 %: write what narrows the whole after both, like count().where(a && b) / count().where(b)";
    }
    if (named(part).equals(named(whole))) {
      return "what comes first is counted above the line, and what follows it below, so that the value may be over 100 %: turn the two round, or declare how many there are for each, a ratio";
    }
    return "%s are no known part of %s, so that the value may be over 100 %%: so many of one for each of the other are a ratio, and where a percentage is meant all the same, the id says of what and ends with %s%s"
        .formatted(named(part), named(whole), BY, names(whole).get(0));
  }

  private static String named(Summand of) {
    Set<String> values = events(of);
    String what =
        column(of)
            .orElse(
                isNumberOfKeys(of)
                    ? "different " + of.measure().what()
                    : "rows of " + of.rows().dataset().name());
    return values.isEmpty() ? what : what + " (" + String.join(", ", values) + ")";
  }

  private static Relations relations(Summand of) {
    return of.rows().dataset().relations();
  }
}
