package io.retainer.connector.social;

import java.util.Locale;
import java.util.Set;

/** How a row of totals is called in the languages of the exports. */
final class TotalWords {

  private static final Set<String> WORDS =
      Set.of(
          "total",
          "totals",
          "grand total",
          "gesamt",
          "gesamtwert",
          "summe",
          "итого",
          "всего",
          "итоговое значение",
          "усього",
          "разом",
          "усяго",
          "разам",
          "yhteensä",
          "razem",
          "suma",
          "łącznie",
          "totale",
          "totales",
          "totaal");

  private TotalWords() {}

  static boolean is(String cell) {
    return WORDS.contains(cell.strip().toLowerCase(Locale.ROOT));
  }
}
