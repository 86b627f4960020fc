package io.retainer.rendering.words;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Amounts: the sign where readers know it, else the ISO code; as many decimals as the currency. */
final class Money {

  private static final Map<String, String> SIGNS =
      Map.of("EUR", "€", "USD", "$", "GBP", "£", "RUB", "₽");

  /** From here on cents are noise. */
  private static final BigDecimal HUGE = BigDecimal.valueOf(10_000_000);

  private Money() {}

  static String write(Words words, Numbers numbers, BigDecimal amount, Optional<String> currency) {
    if (currency.isEmpty()) {
      return numbers.write(amount, 2);
    }
    int decimals = isHuge(amount) ? 0 : decimals(currency.get());
    return write(words, numbers, amount, currency.get(), decimals);
  }

  static boolean isHuge(BigDecimal amount) {
    return amount.abs().compareTo(HUGE) >= 0;
  }

  /** Without cents. */
  static String whole(Words words, Numbers numbers, BigDecimal amount, Optional<String> currency) {
    return currency
        .map(code -> write(words, numbers, amount, code, 0))
        .orElseGet(() -> numbers.write(amount, 0));
  }

  private static String write(
      Words words, Numbers numbers, BigDecimal amount, String code, int decimals) {
    String size = numbers.write(amount.abs(), decimals);
    boolean negative = amount.setScale(decimals, java.math.RoundingMode.HALF_UP).signum() < 0;
    String written =
        SIGNS.containsKey(code)
            ? words.text("money.symbol", size, SIGNS.get(code))
            : words.text("money.code", size, code);
    return negative ? Numbers.MINUS + written : written;
  }

  static int decimals(String code) {
    try {
      return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    } catch (IllegalArgumentException notIso) {
      return 2;
    }
  }
}
