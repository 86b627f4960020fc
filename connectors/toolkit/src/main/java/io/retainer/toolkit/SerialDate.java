package io.retainer.toolkit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Dates as spreadsheets count them: in days, from one of two beginnings. */
final class SerialDate {

  private static final LocalDateTime BEGINNING = LocalDate.of(1899, 12, 30).atStartOfDay();
  private static final LocalDateTime BEGINNING_1904 = LocalDate.of(1904, 1, 1).atStartOfDay();

  /** From one beginning to the other. */
  static final int DAYS_TO_1904 = (int) ChronoUnit.DAYS.between(BEGINNING, BEGINNING_1904);

  /** The year 9999, where Excel ends. */
  private static final double LAST = 2_958_466;

  /** Digits of a whole number that a workbook keeps. */
  private static final int EXACT = 15;

  /** From 2000 to 2060: a number of five digits that is a day of reports. */
  private static final Pattern DAY = Pattern.compile("(3[6-9]|4\\d|5[0-8])\\d{3}(\\.\\d{1,15})?");

  private SerialDate() {}

  /** Whether a text is a number that can only be a day, where days are expected. */
  static boolean is(String text) {
    return text.length() >= 5 && DAY.matcher(text).matches();
  }

  /** Null for a text that is no such number. */
  static Moment moment(String text) {
    if (!is(text)) {
      return null;
    }
    var moment = BEGINNING.plusSeconds(Math.round(Double.parseDouble(text) * 24 * 60 * 60));
    boolean isDay = text.indexOf('.') < 0;
    return new Moment(moment.toLocalDate(), isDay ? null : moment.toLocalTime(), null);
  }

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

  /**
   * A number of a workbook without what its binary form adds: Excel writes 20182.94 as
   * 20182.939999999999, and shows fifteen digits. A whole number too long to be exact keeps its
   * exponent, so that nobody takes it for an id.
   */
  static String plain(BigDecimal value) {
    boolean isFraction = value.scale() > 0 && value.precision() > EXACT;
    BigDecimal bare =
        (isFraction ? value.round(new MathContext(EXACT)) : value).stripTrailingZeros();
    boolean isRounded = bare.precision() - bare.scale() > EXACT;
    return isRounded ? bare.toString() : bare.toPlainString();
  }
}
