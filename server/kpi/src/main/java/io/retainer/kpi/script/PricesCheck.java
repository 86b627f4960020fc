package io.retainer.kpi.script;

import io.retainer.kpi.formula.HeldCurrency;
import io.retainer.kpi.formula.Meaning;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Amounts that parameters state are of one currency, which is that of the rows.
 *
 * @param prices currencies by parameter
 */
record PricesCheck(Draft draft, Map<String, String> prices, Problems problems) {

  void of(Meaning meaning) {
    Set<String> currencies = new TreeSet<>(prices.values());
    if (currencies.isEmpty()) {
      return;
    }
    HeldCurrency.of(meaning.formula()).ifPresent(currencies::add);
    if (currencies.size() > 1) {
      problems.add(
          draft.at(),
          "amounts of %s meet, and %s"
              .formatted(
                  String.join(" and ", currencies),
                  prices.entrySet().stream()
                      .map(price -> price.getKey() + " is in " + price.getValue())
                      .collect(Collectors.joining(", "))),
          "state every amount of a KPI in one currency, the one that its rows are held to");
    }
  }
}
