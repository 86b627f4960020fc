package io.retainer.warehouse;

import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was found for one query, by whatever statements. */
final class Found {

  private final Map<Place, Map<String, BigDecimal>> cells = new TreeMap<>();
  private final Map<Integer, Set<String>> refused = new HashMap<>();
  private final Map<Place, Map<String, Set<String>>> currencies = new TreeMap<>();

  /** The numbers at a place, to be added to. */
  Map<String, BigDecimal> at(Place place) {
    return cells.computeIfAbsent(place, any -> new HashMap<>());
  }

  /** How many places something was found of. */
  int size() {
    return cells.size();
  }

  void refuse(int period, Set<String> columns) {
    refused.computeIfAbsent(period, any -> new HashSet<>()).addAll(columns);
  }

  /** The currency of rows that a measure is made of; those that state none are not told. */
  void currency(Place place, String measure, String currency) {
    if (currency != null) {
      currencies
          .computeIfAbsent(place, any -> new HashMap<>())
          .computeIfAbsent(measure, any -> new HashSet<>())
          .add(currency);
    }
  }

  void add(Found other) {
    other.cells.forEach((place, values) -> at(place).putAll(values));
    other.refused.forEach(this::refuse);
    other.currencies.forEach(
        (place, some) ->
            some.forEach(
                (measure, known) -> known.forEach(each -> currency(place, measure, each))));
  }

  /**
   * What was found of some measures.
   *
   * @param names the names they have here, by those they shall have
   */
  Found renamed(Map<String, String> names) {
    Found some = new Found();
    cells.forEach(
        (place, values) -> {
          Map<String, BigDecimal> kept = some.at(place);
          names.forEach(
              (name, here) -> {
                if (values.containsKey(here)) {
                  kept.put(name, values.get(here));
                }
              });
        });
    refused.forEach(some::refuse);
    currencies.forEach(
        (place, all) ->
            names.forEach(
                (name, here) ->
                    all.getOrDefault(here, Set.of())
                        .forEach(each -> some.currency(place, name, each))));
    return some;
  }

  FactAnswer answer(Asked asked) {
    List<FactAnswer.Cell> answered = new ArrayList<>();
    cells.forEach(
        (place, values) ->
            answered.add(
                new FactAnswer.Cell(
                    place.period(),
                    asked.query().bucket().map(any -> place.bucket()),
                    place.group(),
                    values,
                    asked.hasCurrencies() ? currencies.getOrDefault(place, Map.of()) : Map.of())));
    List<Coverage> coverage = new ArrayList<>();
    for (int i = 0; i < asked.periods().size(); i++) {
      PeriodCoverage period = asked.periods().get(i);
      if (asked.hasCurrencies()) {
        period = period.inCurrencies(currencies(i));
      }
      if (refused.containsKey(i)) {
        period = period.refusing(refused.get(i));
      }
      coverage.add(period.coverage());
    }
    return new FactAnswer(answered, coverage);
  }

  private Set<String> currencies(int period) {
    Set<String> all = new HashSet<>();
    currencies.forEach(
        (place, some) -> {
          if (place.period() == period) {
            some.values().forEach(all::addAll);
          }
        });
    return all;
  }
}
