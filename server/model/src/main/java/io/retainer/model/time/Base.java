package io.retainer.model.time;

import io.retainer.spi.DateSpan;
import java.time.LocalDate;

/**
 * Which days are compared with which.
 *
 * @param days of the period itself: all, or while it is running those that are over
 * @param period what they are compared with
 */
public record Base(Comparison comparison, DateSpan days, Period period) {

  /** Whether an amount must be divided by days before the two say anything of each other. */
  public boolean differsInLength() {
    return days.days() != period.span().days();
  }

  /** Whether 29 February is in one of the two and, as it is a year apart, not in the other. */
  public boolean isUnevenByLeapDay() {
    boolean yearApart = period.span().start().equals(days.start().minusYears(1));
    return yearApart && hasLeapDay(days) != hasLeapDay(period.span());
  }

  private static boolean hasLeapDay(DateSpan span) {
    for (int year = span.start().getYear(); year <= span.lastDay().getYear(); year++) {
      boolean leap = java.time.Year.isLeap(year);
      if (leap && span.contains(LocalDate.of(year, 2, 29))) {
        return true;
      }
    }
    return false;
  }
}
