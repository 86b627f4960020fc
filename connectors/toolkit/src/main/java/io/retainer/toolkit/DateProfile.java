package io.retainer.toolkit;

/** Decides whether a column's dates put the day or the month first, from what its cells prove. */
final class DateProfile {

  private long dayFirst;
  private long monthFirst;
  private long open;
  private long serials;
  private long others;
  private String openSample = "";

  void see(String cell) {
    if (cell.length() > 4 && cell.charAt(4) == '-') {
      others++;
      return;
    }
    String text = Words.trim(cell);
    if (SerialDate.is(text)) {
      serials++;
      return;
    }
    others += Missing.is(text) ? 0 : 1;
    DateParts parts = DateParts.of(text);
    if (parts == null || !parts.needsOrder()) {
      return;
    }
    boolean firstIsMonth = parts.first() >= 1 && parts.first() <= 12;
    boolean secondIsMonth = parts.second() >= 1 && parts.second() <= 12;
    if (firstIsMonth && secondIsMonth) {
      if (parts.first() != parts.second()) {
        if (open++ == 0) {
          openSample = cell;
        }
      }
    } else if (secondIsMonth && parts.first() <= 31) {
      dayFirst++;
    } else if (firstIsMonth && parts.second() <= 31) {
      monthFirst++;
    }
  }

  /** A date that reads one way, or no date at all. */
  static boolean isPlain(String cell) {
    var profile = new DateProfile();
    profile.see(cell);
    return profile.dayFirst + profile.monthFirst + profile.open + profile.serials == 0;
  }

  /** Some cells prove one order and some the other, and neither kind is a rare slip. */
  boolean isMixed() {
    long less = Math.min(dayFirst, monthFirst);
    return less > 0 && less * 20 > dayFirst + monthFirst;
  }

  /**
   * @return null when nothing proves an order
   */
  DateOrder proven() {
    if (dayFirst == 0 && monthFirst == 0) {
      return null;
    }
    return dayFirst >= monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** There are dates that read both ways, and nothing decides. */
  boolean isOpen() {
    return open > 0 && dayFirst == 0 && monthFirst == 0;
  }

  /** All dates of the column are numbers, as a spreadsheet counts days. */
  boolean isSerial() {
    return serials > 0 && others == 0;
  }

  String openSample() {
    return openSample;
  }
}
