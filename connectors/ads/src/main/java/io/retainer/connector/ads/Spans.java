package io.retainer.connector.ads;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Fields;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which days a row is about: by its day, week, month or quarter, else by its first and last day,
 * else the whole period of the report. A week that begins before the report does is cut.
 */
final class Spans {

  static final List<String> UNITS = List.of("day", "week", "month", "quarter", "year");

  /** {@code октябрь 2026} where days are grouped. */
  private static final Pattern NAMED_MONTH = Pattern.compile("\\p{L}+\\.?\\s+\\d{4}(\\s+г\\.?)?");

  /** {@code Oct-25} is what a spreadsheet makes of a month. */
  private static final Pattern SHORT_MONTH = Pattern.compile("(\\p{L}+)\\.?[- ](\\d{2})");

  /**
   * {@code 4th quarter 2023}, {@code Q4 2023}, {@code 4º trimestre de 2023}; without a word {@code
   * 4/2023} may be April.
   */
  private static final Pattern QUARTER =
      Pattern.compile(
          "(?=\\p{L}|\\d\\D*\\p{L})"
              + "\\p{L}{0,12}\\s*([1-4])(?!\\d)[^\\d]{1,30}((?:19|20)\\d{2})[^\\d]{0,4}");

  private static final Pattern YEAR_AND_QUARTER =
      Pattern.compile("((?:19|20)\\d{2})[^\\d]{1,15}([1-4])");

  private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4})[-./](\\d{1,2})");

  private final Columns columns;
  private final Optional<DateSpan> period;
  private final String unit;

  private final AdContext.Days days;

  Spans(Columns columns, Optional<DateSpan> period, AdContext.Days days) {
    this.columns = columns;
    this.period = period;
    this.days = days;
    this.unit =
        days == AdContext.Days.REPORT
            ? ""
            : UNITS.stream().filter(columns::has).findFirst().orElse("");
  }

  /** Key of the column that parts the report by time, or empty. */
  String unit() {
    return unit;
  }

  /** Whether the rows themselves say when. */
  boolean isDated() {
    return !unit.isEmpty() || hasEnds();
  }

  private boolean hasEnds() {
    return columns.has("start") && columns.has("end");
  }

  /**
   * @return null when the row was made unsound, or when nothing says its days
   */
  DateSpan of(Fields fields) {
    if (!unit.isEmpty()) {
      DateSpan whole = unit(fields);
      return whole == null ? null : clipped(whole, fields);
    }
    if (hasEnds()) {
      DateSpan ends = ends(fields).orElse(null);
      if (ends == null) {
        fields.refuse(
            "end", "a first day, and a last day that is not before it", "Correct the dates.");
      }
      return ends;
    }
    return period.orElse(null);
  }

  /** The first and last day that a row itself names. */
  Optional<DateSpan> ends(Fields fields) {
    if (!hasEnds()) {
      return Optional.empty();
    }
    LocalDate first = fields.day("start");
    LocalDate last = fields.day("end");
    return first == null || last == null || last.isBefore(first)
        ? Optional.empty()
        : Optional.of(DateSpan.ofDays(first, last));
  }

  private DateSpan unit(Fields fields) {
    String cell = fields.row().cell(columns.index(unit)).strip();
    int hour = cell.indexOf('|');
    Optional<DateSpan> span = Dates.span(hour < 0 ? cell : cell.substring(0, hour));
    if (span.isPresent() && (span.get().days() > 1 || hour > 0)) {
      return span.get();
    }
    Optional<LocalDate> named = namedMonth(cell);
    if (named.isPresent()) {
      return new DateSpan(named.get(), nextMonth(named.get()));
    }
    Optional<LocalDate> quarter = unit.equals("quarter") ? quarter(cell) : Optional.empty();
    if (quarter.isPresent()) {
      return new DateSpan(quarter.get(), quarter.get().plusMonths(3));
    }
    LocalDate first = first(cell, fields);
    if (first == null) {
      return null;
    }
    return switch (unit) {
      case "week" -> new DateSpan(first, first.plusDays(7));
      case "month" -> new DateSpan(first.withDayOfMonth(1), nextMonth(first));
      case "quarter" -> new DateSpan(first.withDayOfMonth(1), nextMonth(first).plusMonths(2));
      case "year" -> new DateSpan(first.withDayOfYear(1), first.withDayOfYear(1).plusYears(1));
      default ->
          switch (days) {
            case WEEK -> new DateSpan(first, first.plusDays(7));
            case MONTH -> new DateSpan(first, nextMonth(first));
            default -> DateSpan.ofDay(first);
          };
    };
  }

  /** The first day of a month that is written as a word. */
  private Optional<LocalDate> namedMonth(String cell) {
    Matcher rewritten = SHORT_MONTH.matcher(cell);
    String month =
        unit.equals("month") && rewritten.matches()
            ? rewritten.group(1) + " 20" + rewritten.group(2)
            : cell;
    return NAMED_MONTH.matcher(month).matches()
        ? Dates.span("1 " + month).map(DateSpan::start)
        : Optional.empty();
  }

  private static Optional<LocalDate> quarter(String cell) {
    Matcher named = QUARTER.matcher(cell);
    if (named.matches()) {
      return Optional.of(quarter(named.group(2), named.group(1)));
    }
    Matcher numbered = YEAR_AND_QUARTER.matcher(cell);
    boolean isMonth = YEAR_AND_MONTH.matcher(cell).matches();
    return numbered.matches() && !isMonth
        ? Optional.of(quarter(numbered.group(1), numbered.group(2)))
        : Optional.empty();
  }

  private static LocalDate quarter(String year, String number) {
    return LocalDate.of(Integer.parseInt(year), 3 * Integer.parseInt(number) - 2, 1);
  }

  private static LocalDate nextMonth(LocalDate day) {
    return day.with(TemporalAdjusters.firstDayOfNextMonth());
  }

  private LocalDate first(String cell, Fields fields) {
    Matcher month = YEAR_AND_MONTH.matcher(cell);
    if (unit.equals("month") && month.matches() && isMonth(month.group(2))) {
      return LocalDate.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2)), 1);
    }
    String day = unit.equals("week") ? AdWords.ofWeek(cell) : cell;
    return day.equals(cell)
        ? fields.required(unit, fields.day(unit))
        : Dates.span(day).map(DateSpan::start).orElseGet(() -> fields.day(unit));
  }

  private static boolean isMonth(String number) {
    int month = Integer.parseInt(number);
    return month >= 1 && month <= 12;
  }

  private DateSpan clipped(DateSpan whole, Fields fields) {
    if (period.isEmpty() || period.get().contains(whole)) {
      return whole;
    }
    if (!period.get().overlaps(whole)) {
      fields.refuse(
          unit,
          "days of " + period.get() + ", which the report is about",
          "Export the report again: the row does not belong to the dates above its table.");
      return null;
    }
    LocalDate start = max(whole.start(), period.get().start());
    LocalDate end = whole.end().isBefore(period.get().end()) ? whole.end() : period.get().end();
    return new DateSpan(start, end);
  }

  private static LocalDate max(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
