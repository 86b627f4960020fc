package io.retainer.model.time;

import io.retainer.spi.DateSpan;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days a report is about. A span of days that is a whole calendar period is that period. */
public record Period(Kind kind, DateSpan span) {

  /** The calendar unit of a period. */
  public enum Kind {
    MONTH,
    QUARTER,
    /** An ISO week, Monday to Sunday. */
    WEEK,
    YEAR,
    /** Days that are no calendar unit. */
    DAYS
  }

  /** Far enough for any report, near enough for every calendar, file name and column. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2200;

  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
  private static final Pattern YEAR = Pattern.compile("(\\d{4})");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

  public static Period month(YearMonth month) {
    return new Period(Kind.MONTH, DateSpan.ofDays(month.atDay(1), month.atEndOfMonth()));
  }

  public static Period quarter(int year, int quarter) {
    LocalDate first = LocalDate.of(year, 3 * quarter - 2, 1);
    return new Period(Kind.QUARTER, new DateSpan(first, first.plusMonths(3)));
  }

  public static Period year(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return new Period(Kind.YEAR, new DateSpan(first, first.plusYears(1)));
  }

  /**
   * @param week an ISO week of the year, 1 to 52 or 53
   */
  public static Period week(int weekBasedYear, int week) {
    LocalDate fourthOfJanuary = LocalDate.of(weekBasedYear, 1, 4);
    if (week < 1
        || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(fourthOfJanuary).getMaximum()) {
      throw new DateTimeException(weekBasedYear + " has no ISO week " + week);
    }
    LocalDate monday =
        fourthOfJanuary
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
            .with(java.time.temporal.ChronoField.DAY_OF_WEEK, 1);
    return new Period(Kind.WEEK, new DateSpan(monday, monday.plusWeeks(1)));
  }

  /** A span as the calendar period it is, else as plain days. */
  public static Period of(DateSpan span) {
    LocalDate start = span.start();
    if (start.getDayOfMonth() == 1) {
      if (span.end().equals(start.plusMonths(1))) {
        return new Period(Kind.MONTH, span);
      }
      if (start.getMonthValue() % 3 == 1 && span.end().equals(start.plusMonths(3))) {
        return new Period(Kind.QUARTER, span);
      }
      if (start.getDayOfYear() == 1 && span.end().equals(start.plusYears(1))) {
        return new Period(Kind.YEAR, span);
      }
    }
    if (start.getDayOfWeek().getValue() == 1 && span.days() == 7) {
      return new Period(Kind.WEEK, span);
    }
    return new Period(Kind.DAYS, span);
  }

  /**
   * Reads {@code 2026-10}, {@code 2026-Q3}, {@code 2026-W43}, {@code 2026} or {@code
   * 2026-10-01..2026-10-31}, the last day included.
   *
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  public static Period parse(String text) {
    try {
      Period period = read(text);
      if (period.span.start().getYear() < FIRST_YEAR || period.span.end().getYear() > LAST_YEAR) {
        throw new IllegalArgumentException("write one between " + FIRST_YEAR + " and " + LAST_YEAR);
      }
      return period;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no period: " + e.getMessage(), e);
    }
  }

  private static Period read(String text) {
    Matcher matcher = MONTH.matcher(text);
    if (matcher.matches()) {
      if (number(matcher, 2) < 1 || number(matcher, 2) > 12) {
        throw new IllegalArgumentException("a year has the months 01 to 12");
      }
      return month(YearMonth.of(number(matcher, 1), number(matcher, 2)));
    }
    matcher = QUARTER.matcher(text);
    if (matcher.matches()) {
      return quarter(number(matcher, 1), number(matcher, 2));
    }
    matcher = WEEK.matcher(text);
    if (matcher.matches()) {
      return week(number(matcher, 1), number(matcher, 2));
    }
    matcher = YEAR.matcher(text);
    if (matcher.matches()) {
      return year(number(matcher, 1));
    }
    matcher = DAYS.matcher(text);
    if (matcher.matches()) {
      return of(DateSpan.ofDays(day(matcher.group(1)), day(matcher.group(2))));
    }
    throw new IllegalArgumentException(
        "write 2026-10, 2026-Q3, 2026-W43, 2026 or 2026-10-01..2026-10-31");
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("there is no day " + text, e);
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** The last period of this kind that is over now, in the zone where its days are counted. */
  public static Period lastClosed(Kind kind, Clock clock, ZoneId zone) {
    return lastClosed(kind, LocalDate.now(clock.withZone(zone)));
  }

  /** The last period of this kind that is over on the given day. */
  public static Period lastClosed(Kind kind, LocalDate today) {
    return switch (kind) {
      case MONTH -> month(YearMonth.from(today).minusMonths(1));
      case QUARTER -> quarter(today.getYear(), today.get(IsoFields.QUARTER_OF_YEAR)).previous();
      case YEAR -> year(today.getYear() - 1);
      case WEEK -> {
        LocalDate monday =
            today.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY)).minusWeeks(1);
        yield new Period(Kind.WEEK, new DateSpan(monday, monday.plusWeeks(1)));
      }
      case DAYS -> throw new IllegalArgumentException("Plain days have no last closed period");
    };
  }

  /** The calendar period before; for plain days as many days directly before. */
  public Period previous() {
    LocalDate start = span.start();
    LocalDate earlier =
        switch (kind) {
          case MONTH -> start.minusMonths(1);
          case QUARTER -> start.minusMonths(3);
          case WEEK -> start.minusWeeks(1);
          case YEAR -> start.minusYears(1);
          case DAYS -> start.minusDays(span.days());
        };
    return new Period(kind, new DateSpan(earlier, start));
  }

  /** The calendar period after; for plain days as many days directly after. */
  public Period following() {
    LocalDate start = span.end();
    LocalDate end =
        switch (kind) {
          case MONTH -> start.plusMonths(1);
          case QUARTER -> start.plusMonths(3);
          case WEEK -> start.plusWeeks(1);
          case YEAR -> start.plusYears(1);
          case DAYS -> start.plusDays(span.days());
        };
    return new Period(kind, new DateSpan(start, end));
  }

  /**
   * The same calendar period a year earlier. For a week the one of the same number in the ISO year
   * before; week 53, which that year has not, takes the one 52 weeks earlier.
   */
  public Period sameLastYear() {
    return switch (kind) {
      case MONTH -> month(YearMonth.from(span.start()).minusYears(1));
      case QUARTER, YEAR ->
          new Period(kind, new DateSpan(span.start().minusYears(1), span.end().minusYears(1)));
      case WEEK -> sameWeekLastYear();
      case DAYS ->
          new Period(
              kind, DateSpan.ofDays(span.start().minusYears(1), span.lastDay().minusYears(1)));
    };
  }

  private Period sameWeekLastYear() {
    int week = span.start().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    LocalDate yearEarlier = span.start().minusWeeks(52);
    int weeksEarlier = yearEarlier.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == week + 1 ? 53 : 52;
    LocalDate monday = span.start().minusWeeks(weeksEarlier);
    return new Period(Kind.WEEK, new DateSpan(monday, monday.plusWeeks(1)));
  }

  /** Whether every day of the period is over in the zone. */
  public boolean isClosed(LocalDate today) {
    return !today.isBefore(span.end());
  }

  /** Whether the period is over now, in the zone where its days are counted. */
  public boolean isClosed(Clock clock, ZoneId zone) {
    return isClosed(LocalDate.now(clock.withZone(zone)));
  }

  /** The form that {@link #parse} reads. */
  @Override
  public String toString() {
    LocalDate start = span.start();
    return switch (kind) {
      case MONTH -> YearMonth.from(start).toString();
      case QUARTER -> start.getYear() + "-Q" + start.get(IsoFields.QUARTER_OF_YEAR);
      case WEEK ->
          String.format(
              Locale.ROOT,
              "%d-W%02d",
              start.get(IsoFields.WEEK_BASED_YEAR),
              start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case YEAR -> Year.from(start).toString();
      case DAYS -> span.toString();
    };
  }
}
