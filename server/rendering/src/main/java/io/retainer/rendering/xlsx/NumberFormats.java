package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.Words;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How numbers of a unit are shown; they stay full numbers in the cell. */
final class NumberFormats {

  static final String RELATIVE = "+0.0%;\\-0.0%;0.0%";

  /** The languages of reports as spreadsheets number them. */
  private static final Map<String, String> LANGUAGES =
      Map.of("en", "409", "ru", "419", "be", "423", "fi", "40B");

  private NumberFormats() {}

  /** Of a number by itself: with the decimals it is printed with. */
  static String of(KpiUnit unit, KpiValue value) {
    return of(unit, value.currency(), value.value().stream());
  }

  /** Of numbers below each other, in one currency: with the decimals they are printed with. */
  static String of(KpiUnit unit, Optional<String> currency, Stream<BigDecimal> column) {
    return of(unit, currency, decimals(unit, column.map(Optional::of)));
  }

  /** How many decimals numbers below each other are printed with, whatever their currencies. */
  static int decimals(KpiUnit unit, Stream<Optional<BigDecimal>> column) {
    return column
        .flatMap(Optional::stream)
        .mapToInt(number -> Formats.decimals(unit, number))
        .max()
        .orElse(0);
  }

  /** Of one of them. */
  static String of(KpiUnit unit, Optional<String> currency, int decimals) {
    return switch (unit) {
      case COUNT -> decimals > 0 ? "#,##0.0" : of(unit, currency);
      case PERCENT -> decimals > 1 ? "0.00%" : of(unit, currency);
      default -> of(unit, currency);
    };
  }

  static String of(KpiUnit unit, Optional<String> currency) {
    return switch (unit) {
      case COUNT -> "#,##0";
      case RATIO -> "#,##0.00";
      case PERCENT -> "0.0%";
      case MONEY -> currency.map(code -> "#,##0.00\\ [$" + code + "]").orElse("#,##0.00");
      case SECONDS -> "#,##0";
      case POINTS -> "[>=1]#,##0.0;[<=-1]-#,##0.0;0.00";
      case MINUTES, HOURS, DAYS, POSITION, SCORE -> "#,##0.0";
    };
  }

  /** A numerator or denominator: a count, an amount or a weight. A "#" would leave a lone point. */
  static String part(BigDecimal part) {
    return part.stripTrailingZeros().scale() <= 0 ? "#,##0" : "#,##0.00";
  }

  /** A change, with the sign, the decimals and the unit it is printed with. */
  static String of(Formats formats, Delta delta, KpiUnit unit, Optional<String> currency) {
    Words words = formats.words();
    boolean isSigned = formats.shownSign(delta) != 0;
    return switch (delta.style()) {
      case PERCENT -> isSigned ? RELATIVE : "0.0%;0.0%";
      case POINTS ->
          change(
              Formats.decimals(delta) > 1 ? "0.00" : "0.0",
              words.text("delta.points", ""),
              isSigned);
      case PLACES -> change("0.0", words.text("delta.places", ""), isSigned);
      case ABSOLUTE, NEW -> of(unit, currency);
    };
  }

  /** A change that rounds to nothing has no sign. */
  private static String change(String number, String unit, boolean isSigned) {
    String shown = number + "\"" + unit + "\"";
    return !isSigned ? shown + ";" + shown : "+" + shown + ";\\-" + shown + ";" + shown;
  }

  /** A month in the reader's words, whatever the language of the program. */
  static String month(Words words) {
    return language(words) + "mmm\\ yyyy";
  }

  /** A day of a chart's axis, of which no reader takes the month for the day. */
  static String day(Words words) {
    return language(words) + (words.language().equals("fi") ? "d.m." : "d\\ mmm");
  }

  private static String language(Words words) {
    return "[$-" + LANGUAGES.getOrDefault(words.language(), "409") + "]";
  }

  /** Amounts beside an axis are round and their currency is in the title; all else as in cells. */
  static Optional<String> axis(KpiUnit unit) {
    return unit == KpiUnit.MONEY
        ? Optional.of("[>=20]#,##0;[<=-20]\\-#,##0;General")
        : Optional.empty();
  }
}
