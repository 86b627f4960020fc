package io.retainer.toolkit;

/** Decides whether a column's dates put the day or the month first, from what its cells prove. */
final class DateProfile {

  private long dayFirst;
  private long monthFirst;
  private long open;
  private long serials;
  private long others;

  /** Dates that read one way, such as 2026-10-31 and 31.10.2026. */
  private long settled;

  private String settledSample = "";
  private String slashedSample = "";
  private String openSample = "";

  void see(String cell) {
    if (cell.length() > 4 && cell.charAt(4) == '-') {
      others++;
      settle(cell);
      return;
    }
    String text = Words.trim(cell);
    if (SerialDate.is(text)) {
      serials++;
      return;
    }
    others += Missing.is(text) ? 0 : 1;
    DateParts parts = DateParts.of(text);
    if (parts != null && !parts.needsOrder()) {
      settle(cell);
    }
    if (parts == null || !parts.needsOrder()) {
      return;
    }
    slashedSample = slashedSample.isEmpty() ? cell : slashedSample;
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

  private void settle(String cell) {
    settled++;
    settledSample = settledSample.isEmpty() ? cell : settledSample;
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
   * Dates that read one way stand among those of digits and slashes, and neither kind is a rare
   * slip. Excel on a clock that puts the day first makes the tenth of January of 10/01/2026, and
   * leaves 10/31/2026 as the text it was: days up to the twelfth are then turned round.
   */
  boolean isHalfTurned() {
    long slashed = dayFirst + monthFirst + open;
    long less = Math.min(settled, slashed);
    return less > 0 && less * 20 > settled + slashed;
  }

  String settledSample() {
    return settledSample;
  }

  String slashedSample() {
    return slashedSample;
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
