package io.retainer.app.schedules;

/**
 * Which of several: the first is 1.
 *
 * @param number of the last one whatever their number: more than there are
 */
record Ordinal(int number) {

  static final Ordinal LAST = new Ordinal(Integer.MAX_VALUE);

  private static final String LAST_WORD = "last";

  /** What a rule's pattern has for one. */
  static final String PATTERN = "([0-9]{1,2}|" + LAST_WORD + ")";

  static Ordinal of(String word) {
    return word.equals(LAST_WORD) ? LAST : new Ordinal(Integer.parseInt(word));
  }

  boolean isLast() {
    return equals(LAST);
  }

  boolean isIn(int least, int most) {
    return isLast() || number >= least && number <= most;
  }

  String word() {
    return isLast() ? LAST_WORD : String.valueOf(number);
  }
}
