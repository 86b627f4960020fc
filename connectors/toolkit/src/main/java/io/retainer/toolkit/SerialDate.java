package io.retainer.toolkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Dates as spreadsheets count them: in days, from one of two beginnings. */
final class SerialDate {

  private static final LocalDateTime BEGINNING = LocalDate.of(1899, 12, 30).atStartOfDay();
  private static final LocalDateTime BEGINNING_1904 = LocalDate.of(1904, 1, 1).atStartOfDay();

  /** The year 9999, where Excel ends. */
  private static final double LAST = 2_958_466;

  private SerialDate() {}

  /**
   * As text in the ISO form, without a time at midnight.
   *
   * @return the number itself when it is no day of Excel's
   */
  static String text(double days, boolean since1904) {
    if (!(days >= 0 && days < LAST)) {
      return number(days);
    }
    var moment =
        (since1904 ? BEGINNING_1904 : BEGINNING).plusSeconds(Math.round(days * 24 * 60 * 60));
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  /** A number of a workbook as text: as many digits as people wrote, of those it holds. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return String.valueOf(value);
    }
    return plain(BigDecimal.valueOf(value));
  }

  static String plain(BigDecimal value) {
    return (value.scale() > 15 ? value.round(MathContext.DECIMAL64) : value)
        .stripTrailingZeros()
        .toPlainString();
  }
}
