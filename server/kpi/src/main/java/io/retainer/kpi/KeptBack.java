package io.retainer.kpi;

import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many values that belong in a number the source keeps back, by column. */
final class KeptBack {

  /** Counts of one column over the same rows; those over all of them contain the others. */
  private static final class Counts {
    private BigDecimal ofAll = BigDecimal.ZERO;
    private final Map<Aggregation, BigDecimal> ofSome = new HashMap<>();

    void note(Aggregation count, BigDecimal number) {
      if (count instanceof Aggregation.Sum && count.where().isEmpty()) {
        ofAll = ofAll.max(number);
      } else {
        ofSome.put(count, number);
      }
    }

    BigDecimal number() {
      return ofAll.max(ofSome.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
  }

  private record Place(RowSet rows, String column) {}

  private final Map<Place, Counts> counts = new LinkedHashMap<>();

  /** Takes the counts that stand beside an aggregation; true when there are any. */
  boolean note(RowSet rows, Aggregation aggregation, Map<Aggregation, BigDecimal> numbers) {
    boolean[] any = {false};
    Suppression.beside(rows, aggregation)
        .forEach(
            (count, column) -> {
              BigDecimal number = numbers.getOrDefault(count, BigDecimal.ZERO);
              if (number.signum() > 0) {
                any[0] = true;
                counts
                    .computeIfAbsent(new Place(rows, column), place -> new Counts())
                    .note(count, number);
              }
            });
    return any[0];
  }

  /** Why a number is less than the whole, or there is none; empty when nothing is kept back. */
  Optional<Reason> reason(Coverage coverage) {
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    Map<String, BigDecimal> byColumn = new TreeMap<>();
    counts.forEach((place, some) -> byColumn.merge(place.column, some.number(), BigDecimal::max));
    String number =
        byColumn.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).toPlainString();
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
