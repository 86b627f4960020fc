package io.retainer.kpi.script;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;

/** What amounts and their currencies are called. */
final class MoneyWords {

  private static final Set<String> ELSEWHERE =
      Set.of("amount", "currency", "dollar", "dollars", "euro", "euros", "price", "rubles");

  private MoneyWords() {}

  /** Whether there is a currency of this code, in capitals. */
  static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  /** Whether somebody who writes it means an amount. */
  static boolean has(String word) {
    return ELSEWHERE.contains(word.toLowerCase(Locale.ROOT))
        || isCurrency(word.toUpperCase(Locale.ROOT));
  }
}
