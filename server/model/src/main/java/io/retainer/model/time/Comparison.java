package io.retainer.model.time;

import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a period is compared with. A report or a command asks for it; no formula knows of it.
 *
 * <p>A period that is still running is never compared with a whole one: the days of it that are
 * over are compared with as many first days of the other, a year earlier with the same dates.
 */
public enum Comparison {
  /** The calendar period before; for plain days as many directly before. */
  PREVIOUS("previous"),
  /** As many days directly before, whatever the calendar says. */
  PREVIOUS_EQUAL("previous-equal"),
  /** The same calendar dates a year earlier; for an ISO week {@link #LAST_YEAR_WEEKDAYS}. */
  LAST_YEAR("last-year"),
  /**
   * The days 364 days earlier, each on its own weekday. For an ISO week the one of the same number.
   * Week 53 has none, as the year before has 52 weeks; it is compared with the week 364 days
   * earlier, which is the turn of the year before.
   */
  LAST_YEAR_WEEKDAYS("last-year-weekdays");

  private static final int WEEKS_OF_DAYS = 364;

  private final String word;

  Comparison(String word) {
    this.word = word;
  }

  /** The word templates, the command line and the API use. */
  public String word() {
    return word;
  }

  public boolean isYearEarlier() {
    return this == LAST_YEAR || this == LAST_YEAR_WEEKDAYS;
  }

  /**
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  public static Comparison parse(String text) {
    return Stream.of(values())
        .filter(one -> one.word.equals(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" is no comparison; write one of %s"
                        .formatted(
                            text,
                            Stream.of(values())
                                .map(Comparison::word)
                                .collect(Collectors.joining(", ")))));
  }

  /** What the whole period is compared with. */
  public Period base(Period period) {
    return switch (this) {
      case PREVIOUS -> period.previous();
      case PREVIOUS_EQUAL -> Period.of(earlier(period.span(), period.span().days()));
      case LAST_YEAR -> period.sameLastYear();
      case LAST_YEAR_WEEKDAYS ->
          period.kind() == Period.Kind.WEEK
              ? period.sameLastYear()
              : Period.of(earlier(period.span(), WEEKS_OF_DAYS));
    };
  }

  /**
   * Which days are compared with which, on that day in the client's zone. Nothing before the first
   * day of the period is over.
   */
  public Optional<Base> of(Period period, LocalDate today) {
    Period whole = base(period);
    LocalDate start = period.span().start();
    if (period.isClosed(today)) {
      return Optional.of(new Base(this, period.span(), whole));
    } else if (!start.isBefore(today)) {
      return Optional.empty();
    }
    DateSpan over = new DateSpan(start, today);
    if (this == PREVIOUS_EQUAL) {
      return Optional.of(new Base(this, over, Period.of(earlier(over, over.days()))));
    }
    boolean sameDates =
        period.kind() == Period.Kind.YEAR
            || (this == LAST_YEAR && period.kind() != Period.Kind.WEEK);
    if (sameDates && this != LAST_YEAR_WEEKDAYS) {
      LocalDate last = over.lastDay().minusYears(1);
      return Optional.of(
          new Base(this, over, Period.of(DateSpan.ofDays(whole.span().start(), last))));
    }
    // The last days of March have no twin in February.
    long days = Math.min(over.days(), whole.span().days());
    return Optional.of(
        new Base(this, first(period.span(), days), Period.of(first(whole.span(), days))));
  }

  private static DateSpan earlier(DateSpan span, long days) {
    return new DateSpan(span.start().minusDays(days), span.end().minusDays(days));
  }

  private static DateSpan first(DateSpan span, long days) {
    return new DateSpan(span.start(), span.start().plusDays(days));
  }
}
