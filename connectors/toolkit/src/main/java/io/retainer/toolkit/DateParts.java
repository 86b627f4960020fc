package io.retainer.toolkit;

import java.time.LocalDate;

/**
 * The numbers and the month's name in a date that is neither ISO nor digits alone.
 *
 * @param first the first number as it stands; {@code firstLength} its digits
 * @param month 1 to 12 when the month has a name, else 0
 * @param dotted the numbers are joined by dots, which only countries that put the day first do
 * @param time the rest from the hour on, or empty
 */
record DateParts(
    int first,
    int firstLength,
    int second,
    int third,
    int thirdLength,
    int month,
    boolean dotted,
    String time) {

  private static final int LONGEST = 60;

  /**
   * @return null when the text is no date
   */
  static DateParts of(String text) {
    if (text.length() < 5 || text.length() > LONGEST) {
      return null;
    }
    int end = beginOfTime(text);
    int[] numbers = new int[3];
    int[] lengths = new int[3];
    int count = 0;
    int month = 0;
    // In French "mar." is a Tuesday, unless no other word is a month.
    boolean mayBeDay = false;
    int dots = 0;
    int i = 0;
    while (i < end) {
      char c = text.charAt(i);
      int start = i;
      if (c >= '0' && c <= '9') {
        while (i < end && DateText.isDigits(text, i, i + 1)) {
          i++;
        }
        if (count == 3 || i - start > 4) {
          return null;
        }
        numbers[count] = Integer.parseInt(text.substring(start, i));
        lengths[count++] = i - start;
      } else if (Character.isLetter(c)) {
        while (i < end && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '\'')) {
          i++;
        }
        String word = MonthNames.bare(text.substring(start, i));
        int named = MonthNames.month(word);
        boolean idle = MonthNames.isIdle(word) || word.equals("t") && i == end;
        if (named > 0 && (month == 0 || mayBeDay)) {
          month = named;
          mayBeDay = idle;
        } else if (!idle) {
          return null;
        }
      } else {
        if (c == '.' && i + 1 < end && DateText.isDigits(text, i + 1, i + 2)) {
          dots++;
        } else if (!(Words.isBlank(c)
            || c == ','
            || c == '/'
            || c == '-'
            || c == '.'
            || c == 'º')) {
          return null;
        }
        i++;
      }
    }
    if (count != (month > 0 ? 2 : 3)) {
      return null;
    }
    return new DateParts(
        numbers[0],
        lengths[0],
        numbers[1],
        numbers[2],
        lengths[2],
        month,
        dots == 2,
        text.substring(end));
  }

  /** The hour is the digits before the first colon. */
  private static int beginOfTime(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return text.length();
    }
    int start = colon;
    while (start > 0 && DateText.isDigits(text, start - 1, start)) {
      start--;
    }
    return start;
  }

  boolean needsOrder() {
    return month == 0 && firstLength < 4 && !dotted;
  }

  /**
   * @throws java.time.DateTimeException when there is no such day
   */
  LocalDate date(DateOrder order) {
    if (month > 0) {
      return first > 31
          ? DateText.date(first, month, second)
          : DateText.date(year(second, second > 99 ? 4 : 2), month, first);
    }
    if (firstLength == 4) {
      return DateText.date(first, second, third);
    }
    int year = year(third, thirdLength);
    if (dotted || order == DateOrder.DAY_FIRST) {
      return DateText.date(year, second, first);
    }
    return order == null ? null : DateText.date(year, first, second);
  }

  private static int year(int number, int digits) {
    if (digits == 4) {
      return number;
    }
    return digits == 2 ? (number < 70 ? 2000 : 1900) + number : 0;
  }
}
