package io.retainer.model.target;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount in the unit of a KPI, as people of several languages write it. */
record AmountText(KpiId kpi, KpiUnit unit, String currency) {

  /** What may stand before the number, the number, what may stand behind it. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "([^\\d+\\-\u2212.,]*)([+\\-\u2212]?\\d[\\d.,'\u2019\\s\u00a0\u2009\u202f]*)(\\D*)");

  private static final Map<String, String> SIGNS =
      Map.of("EUR", "\u20ac", "USD", "$", "GBP", "\u00a3", "RUB", "\u20bd");

  BigDecimal read(String text) {
    Matcher matcher = AMOUNT.matcher(text.strip());
    if (!matcher.matches()) {
      throw wrong(text, "expected a number like " + example() + ", or a band like 2..4");
    }
    checkUnit(text, lower(matcher.group(1) + matcher.group(3)));
    BigDecimal number = number(matcher.group(2), text);
    return unit == KpiUnit.PERCENT ? number.movePointLeft(2) : number;
  }

  /** The lower bound of a band, which may leave its unit to the upper one. */
  BigDecimal readBefore(String text, String upper) {
    Matcher matcher = AMOUNT.matcher(upper.strip());
    boolean hasUnit = !text.strip().matches("[+\\-\u2212]?[\\d.,'\u2019\\s\u00a0\u2009\u202f]+");
    return read(hasUnit || !matcher.matches() ? text : text + " " + matcher.group(3));
  }

  /** Number and unit, as {@link #read} reads them. */
  String write(BigDecimal bound) {
    String written =
        switch (unit) {
          case PERCENT -> " %";
          case MONEY -> currency.isEmpty() ? "" : " " + currency;
          case SECONDS -> " s";
          case MINUTES -> " min";
          case HOURS -> " h";
          case DAYS -> " d";
          default -> "";
        };
    return number(bound) + written;
  }

  /** The number alone. */
  String number(BigDecimal bound) {
    BigDecimal shown = unit == KpiUnit.PERCENT ? bound.movePointRight(2) : bound;
    String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    // Three decimals could be read as thousands.
    return plain.matches("-?[1-9]\\d{0,2}\\.\\d{3}") ? plain + "0" : plain;
  }

  private void checkUnit(String text, String written) {
    List<String> admitted =
        switch (unit) {
          case PERCENT -> List.of("%");
          case MONEY -> List.of("", lower(currency), SIGNS.getOrDefault(currency, ""));
          case SECONDS -> List.of("", "s", "seconds");
          case MINUTES -> List.of("", "min", "minutes");
          case HOURS -> List.of("", "h", "hours");
          case DAYS -> List.of("", "d", "days");
          case RATIO -> List.of("", "x");
          default -> List.of("");
        };
    if (!admitted.contains(written)) {
      throw wrong(
          text,
          switch (unit) {
            case PERCENT -> kpi + " is a percent: write its sign, like " + example();
            case MONEY -> kpi + " is money in the client's currency: write it like " + example();
            default -> kpi + " is measured in " + unit.word() + ": write it like " + example();
          });
    }
  }

  private String example() {
    return switch (unit) {
      case PERCENT -> "12.5 %";
      case MONEY -> "100000 " + currency;
      case COUNT -> "1200";
      default -> write(new BigDecimal("4.5"));
    };
  }

  private static BigDecimal number(String written, String text) {
    String digits = written.strip().replaceAll("['\u2019\\s\u00a0\u2009\u202f]", "");
    String number = digits.replace('\u2212', '-');
    int marks = (int) number.chars().filter(c -> c == '.' || c == ',').count();
    int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    boolean alike = marks == 0 || number.chars().filter(c -> c == number.charAt(last)).count() > 1;
    if (marks == 1 && number.matches("[+-]?[1-9]\\d{0,2}[.,]\\d{3}")) {
      throw wrong(
          text,
          "which may be thousands or decimals; write %s or %s"
              .formatted(
                  number.replaceAll("[.,]", ""),
                  number.replace(',', '.').replaceAll("0+$", "").replaceAll("\\.$", "")));
    }
    String plain =
        alike
            ? number.replaceAll("[.,]", "")
            : number.substring(0, last).replaceAll("[.,]", "") + "." + number.substring(last + 1);
    if (marks > 1 && !number.matches("[+-]?\\d{1,3}([.,])\\d{3}(\\1\\d{3})*([.,]\\d+)?")) {
      throw wrong(text, "expected a number like 1200 or 12.5");
    }
    try {
      return new BigDecimal(plain);
    } catch (NumberFormatException e) {
      throw wrong(text, "expected a number like 1200 or 12.5");
    }
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException wrong(String text, String expected) {
    return new IllegalArgumentException("Saw \"" + text.strip() + "\", " + expected);
  }
}
