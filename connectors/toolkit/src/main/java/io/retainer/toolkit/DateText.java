package io.retainer.toolkit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.regex.Pattern;

/** Reads dates of every form that exports have been seen to use. */
public final class DateText {

  private static final Pattern TIME_WITH_DOT =
      Pattern.compile("\\s*\\bklo?\\.?\\s*(\\d{1,2})\\.(\\d{2})");

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2100;

  private DateText() {}

  /**
   * @param order how to read {@code 03/04/2026}; null refuses such dates
   * @return null when the text is no date, or an impossible one
   */
  public static Moment parse(String cell, DateOrder order) {
    String text = withColon(Words.trim(cell));
    try {
      if (isIso(text)) {
        LocalDate date = date(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        return text.length() == 10 ? moment(date) : withTime(date, text.substring(10));
      }
      if (isDigits(text)) {
        return compact(text);
      }
      DateParts parts = DateParts.of(text);
      LocalDate date = parts == null ? null : parts.date(order);
      return date == null ? null : withTime(date, parts.time());
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** In Finnish and Swedish a dot stands in times of day: {@code klo 14.30}. */
  private static String withColon(String text) {
    int word = text.indexOf("kl");
    return word < 0 ? text : TIME_WITH_DOT.matcher(text).replaceFirst(" $1:$2");
  }

  /** Whether it is a date that only an order of day and month makes one. */
  static boolean needsOrder(String cell) {
    DateParts parts = DateParts.of(Words.trim(cell));
    return parts != null && parts.needsOrder();
  }

  /**
   * The order that dates outside of a column prove together, such as the headings of a wide table.
   *
   * @return null when none of them proves one, or when they contradict each other
   */
  public static DateOrder order(Collection<String> cells) {
    var profile = new DateProfile();
    cells.forEach(profile::see);
    return profile.isMixed() ? null : profile.proven();
  }

  private static Moment moment(LocalDate date) {
    return date == null ? null : new Moment(date, null, null);
  }

  static LocalDate date(int year, int month, int day) {
    return year < FIRST_YEAR || year > LAST_YEAR ? null : LocalDate.of(year, month, day);
  }

  private static boolean isIso(String text) {
    return text.length() >= 10
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && isDigits(text, 0, 4)
        && isDigits(text, 5, 7)
        && isDigits(text, 8, 10);
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && isDigits(text, 0, text.length());
  }

  static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }

  /** {@code 20260131}, {@code 2026013114} with an hour, {@code 202601311405} with minutes. */
  private static Moment compact(String text) {
    int length = text.length();
    if (length != 8 && length != 10 && length != 12) {
      return null;
    }
    LocalDate date = date(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8));
    if (date == null || length == 8) {
      return moment(date);
    }
    int minute = length == 12 ? digits(text, 10, 12) : 0;
    return new Moment(date, LocalTime.of(digits(text, 8, 10), minute), null);
  }

  /** {@code T13:34:14+11:00}, {@code 02:56 pm}, {@code 19:19 +0000}. */
  private static Moment withTime(LocalDate date, String rest) {
    if (date == null) {
      return null;
    }
    String text = Words.trim(rest);
    if (!text.isEmpty() && (text.charAt(0) == 'T' || text.charAt(0) == ',')) {
      text = Words.trim(text.substring(1));
    }
    if (text.isEmpty()) {
      return moment(date);
    }
    int[] at = {0};
    int hour = number(text, at);
    if (hour < 0 || at[0] >= text.length() || text.charAt(at[0]) != ':') {
      return null;
    }
    at[0]++;
    int minute = number(text, at);
    int second = 0;
    if (at[0] < text.length() && text.charAt(at[0]) == ':') {
      at[0]++;
      second = number(text, at);
    }
    if (minute < 0 || second < 0) {
      return null;
    }
    if (at[0] < text.length() && (text.charAt(at[0]) == '.' || text.charAt(at[0]) == ',')) {
      at[0]++;
      number(text, at);
    }
    String tail = Words.trim(text.substring(at[0])).toLowerCase(java.util.Locale.ROOT);
    if (tail.startsWith("am")
        || tail.startsWith("pm")
        || tail.startsWith("a.m.")
        || tail.startsWith("p.m.")) {
      if (hour < 1 || hour > 12) {
        return null;
      }
      hour = hour % 12 + (tail.charAt(0) == 'p' ? 12 : 0);
      tail = Words.trim(tail.substring(tail.charAt(1) == '.' ? 4 : 2));
    }
    ZoneOffset offset = null;
    if (!tail.isEmpty() && !tail.equals("uhr")) {
      offset = offset(tail);
      if (offset == null) {
        return null;
      }
    }
    return new Moment(date, LocalTime.of(hour, minute, second), offset);
  }

  private static int number(String text, int[] at) {
    int start = at[0];
    int value = 0;
    while (at[0] < text.length() && at[0] - start < 9 && isDigits(text, at[0], at[0] + 1)) {
      value = value * 10 + text.charAt(at[0]++) - '0';
    }
    return at[0] == start ? -1 : value;
  }

  private static ZoneOffset offset(String tail) {
    if (tail.equals("z") || tail.equals("utc") || tail.equals("gmt")) {
      return ZoneOffset.UTC;
    }
    String text = tail.startsWith("utc") || tail.startsWith("gmt") ? tail.substring(3) : tail;
    boolean signed = text.length() >= 3 && (text.charAt(0) == '+' || text.charAt(0) == '-');
    return signed && text.length() <= 6
        ? ZoneOffset.of(text.toUpperCase(java.util.Locale.ROOT))
        : null;
  }
}
