package io.retainer.toolkit;

import java.io.IOException;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Currencies as exports write them: a code, a sign, a word before or after an amount. */
public final class AmountCurrency {

  private static final Headings SIGNS =
      Headings.load(AmountCurrency.class, "amount-currencies.txt");
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern AFTER_SIGN = Pattern.compile("[(,]\\s*([^(),\\s]+)");

  private static final Pattern CODE = Pattern.compile("[A-Za-z]{3}");

  private static final Pattern NUMBER = Pattern.compile("[\\d\\s.,'’()\u00A0\u202F\u2212-]+");

  /** Their signs are no other currency's; {@code $}, {@code kr}, {@code руб.} are of several. */
  private static final Set<String> WITH_SIGN = Set.of("EUR", "GBP", "PLN", "UAH");

  /** They are written with a dollar's sign. */
  private static final Set<String> PESOS = Set.of("MXN", "ARS", "CLP", "COP", "UYU");

  private AmountCurrency() {}

  public static boolean hasSignOfItsOwn(String code) {
    return WITH_SIGN.contains(code);
  }

  /** The currency of a code, sign or word; empty when it is none. */
  public static Optional<String> of(String text) {
    String word = text.strip();
    if (CODE.matcher(word).matches()) {
      String code = word.toUpperCase(Locale.ROOT);
      if (CODES.contains(code)) {
        return Optional.of(code);
      }
    }
    return SIGNS.key(word).map(key -> key.toUpperCase(Locale.ROOT));
  }

  /** {@code Расход (руб., с НДС)}, {@code Cost (EUR)}, {@code Потрачено, ₽}. */
  public static Optional<String> inHeading(String heading) {
    return AFTER_SIGN
        .matcher(heading)
        .results()
        .flatMap(found -> of(found.group(1)).stream())
        .findFirst();
  }

  /**
   * The currency written around an amount: {@code US$1.20}, {@code 1,20 €}.
   *
   * @param client its currency decides which dollar or peso a bare {@code $} is, and which ruble
   */
  public static Optional<String> around(String amount, String client) {
    String word = NUMBER.matcher(amount).replaceAll("");
    if (word.isEmpty()) {
      return Optional.empty();
    }
    boolean isOfClient =
        word.equals("$") && (client.endsWith("D") || PESOS.contains(client))
            || client.equals("BYN") && of(word).equals(Optional.of("RUB")) && !word.equals("₽");
    return isOfClient ? Optional.of(client) : of(word);
  }

  /** Most amounts are a number and nothing around it, nor within, as in {@code 5€50}. */
  public static boolean isBare(String amount) {
    return amount.isEmpty() || NUMBER.matcher(amount).matches();
  }

  /** The currencies written around the amounts of a column. */
  public static Set<String> inColumn(Table table, String key, String client) throws IOException {
    Set<String> codes = new TreeSet<>();
    int index = table.columns().index(key);
    table.eachRow(row -> around(row.cell(index).strip(), client).ifPresent(codes::add));
    return codes;
  }
}
