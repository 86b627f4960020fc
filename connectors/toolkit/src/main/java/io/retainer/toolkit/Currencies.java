package io.retainer.toolkit;

import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells what stands beside an amount for its currency from everything else. The words are data. */
final class Currencies {

  private static final Set<String> WORDS = words();

  private Currencies() {}

  private static Set<String> words() {
    var words = new HashSet<>(Words.lines("currency-words.txt"));
    Currency.getAvailableCurrencies()
        .forEach(currency -> words.add(currency.getCurrencyCode().toLowerCase(Locale.ROOT)));
    return words;
  }

  /**
   * Whether a text names a currency, or is blank: {@code €}, {@code US$}, {@code EUR}, {@code zł}.
   */
  static boolean is(String text) {
    String word = Words.trim(text);
    if (word.endsWith(".")) {
      word = word.substring(0, word.length() - 1);
    }
    return word.isEmpty()
        || WORDS.contains(word.toLowerCase(Locale.ROOT))
        || word.length() <= 4 && isSign(word);
  }

  /** A sign, perhaps behind the letters of a country. */
  private static boolean isSign(String word) {
    int sign = word.length() - 1;
    for (int i = 0; i < sign; i++) {
      if (word.charAt(i) < 'A' || word.charAt(i) > 'Z') {
        return false;
      }
    }
    return Character.getType(word.charAt(sign)) == Character.CURRENCY_SYMBOL;
  }
}
