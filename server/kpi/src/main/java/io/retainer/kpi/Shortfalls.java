package io.retainer.kpi;

import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many values that belong in a number are not in it: those that the source keeps back, by
 * column, the rows that lack what is added up, and the profiles that are not read any more.
 */
final class Shortfalls {

  /**
   * Counts of one column over the same rows; those over all of them contain the others, but for
   * rows that are left out because nobody can tell whether they count.
   */
  private static final class Counts {
    private BigDecimal ofAll = BigDecimal.ZERO;
    private BigDecimal undecided = BigDecimal.ZERO;
    private final Map<Aggregation, BigDecimal> ofSome = new HashMap<>();

    void note(Aggregation count, BigDecimal number) {
      if (count instanceof Aggregation.Undecided) {
        undecided = undecided.max(number);
      } else if (count instanceof Aggregation.Sum && count.where().isEmpty()) {
        ofAll = ofAll.max(number);
      } else {
        ofSome.put(count, number);
      }
    }

    BigDecimal number() {
      return ofAll
          .max(ofSome.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .add(undecided);
    }
  }

  private record Place(RowSet rows, Shortfall shortfall) {}

  private final Map<Place, Counts> counts = new LinkedHashMap<>();

  /**
   * Takes the counts that stand beside an aggregation, and says why it lacks anything.
   *
   * @param matters which causes do
   */
  Set<Shortfall.Why> note(
      RowSet rows,
      Aggregation aggregation,
      Map<Aggregation, BigDecimal> numbers,
      Predicate<Shortfall.Why> matters) {
    Set<Shortfall.Why> causes = EnumSet.noneOf(Shortfall.Why.class);
    Shortfall.beside(rows, aggregation)
        .forEach(
            (count, shortfall) -> {
              BigDecimal number = numbers.getOrDefault(count, BigDecimal.ZERO);
              if (number.signum() > 0 && matters.test(shortfall.why())) {
                causes.add(shortfall.why());
                counts
                    .computeIfAbsent(new Place(rows, shortfall), place -> new Counts())
                    .note(count, number);
              }
            });
    return causes;
  }

  /**
   * Why a number is less than the whole, or there is none: kept back before empty, and that before
   * absent; none when it lacks nothing.
   */
  Optional<Reason> reason(Coverage coverage) {
    return Reason.of(Stream.of(keptBack(coverage), missing(), absent()).flatMap(Optional::stream));
  }

  Optional<Reason> keptBack(Coverage coverage) {
    Map<String, BigDecimal> byColumn = byColumns(Shortfall.Why.KEPT_BACK);
    if (byColumn.isEmpty()) {
      return Optional.empty();
    }
    String number = total(byColumn);
    String columns = String.join(", ", byColumn.keySet());
    Optional<String> threshold = threshold(byColumn.keySet(), coverage);
    return Optional.of(
        new Reason(
            Reason.Code.BELOW_THRESHOLD,
            threshold
                .map(below -> List.of(number, columns, below))
                .orElse(List.of(number, columns)),
            "The source keeps values back that are "
                + threshold.map(below -> "below " + below).orElse("below its threshold")
                + ": "
                + number
                + " of "
                + columns
                + "."));
  }

  private Optional<Reason> missing() {
    Map<String, BigDecimal> byColumn = byColumns(Shortfall.Why.MISSING);
    if (byColumn.isEmpty()) {
      return Optional.empty();
    }
    String columns = String.join(", ", byColumn.keySet());
    return Optional.of(
        new Reason(
            Reason.Code.VALUES_MISSING,
            List.of(total(byColumn), columns),
            "Values that are empty in the source are left out: "
                + total(byColumn)
                + " of "
                + columns
                + "."));
  }

  private Optional<Reason> absent() {
    Map<String, BigDecimal> byColumn = byColumns(Shortfall.Why.ABSENT);
    if (byColumn.isEmpty()) {
      return Optional.empty();
    }
    String number = total(byColumn);
    String columns = String.join(", ", byColumn.keySet());
    boolean isOne = number.equals("1");
    return Optional.of(
        new Reason(
            Reason.Code.PROFILES_ABSENT,
            List.of(number, columns),
            number
                + " of "
                + columns
                + " had a value shortly before and "
                + (isOne ? "has" : "have")
                + " none in these days."));
  }

  private Map<String, BigDecimal> byColumns(Shortfall.Why why) {
    Map<String, BigDecimal> byColumn = new TreeMap<>();
    counts.forEach(
        (place, some) -> {
          if (place.shortfall.why() == why) {
            String columns = String.join(", ", place.shortfall.columns());
            byColumn.merge(columns, some.number(), BigDecimal::max);
          }
        });
    return byColumn;
  }

  private static String total(Map<String, BigDecimal> numbers) {
    return numbers.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
  }

  /** The threshold that all of them are below, where the source says it. */
  private static Optional<String> threshold(Set<String> columns, Coverage coverage) {
    Set<String> said =
        columns.stream()
            .map(column -> coverage.thresholds().getOrDefault(column, ""))
            .collect(Collectors.toSet());
    return said.size() == 1
        ? said.stream().filter(text -> !text.isEmpty()).findFirst()
        : Optional.empty();
  }
}
