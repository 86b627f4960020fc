package io.retainer.rendering.words;

import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;

/** Days and periods in words. A month has another form after a day than alone. */
final class Dates {

  private final Words words;

  Dates(Words words) {
    this.words = words;
  }

  String day(LocalDate day) {
    return words.text("date.day", day.getDayOfMonth(), monthOfDay(day), day.getYear());
  }

  String dayAndMonth(LocalDate day) {
    return words.text(
        "date.day-month", day.getDayOfMonth(), shortMonthName(day), day.getMonthValue());
  }

  String shortMonth(LocalDate day) {
    return words.text("date.month", shortMonthName(day), day.getYear());
  }

  String span(DateSpan span) {
    LocalDate first = span.start();
    LocalDate last = span.lastDay();
    if (first.equals(last)) {
      return day(first);
    }
    if (first.getYear() == last.getYear() && first.getMonth() == last.getMonth()) {
      return words.text(
          "date.within-month",
          first.getDayOfMonth(),
          last.getDayOfMonth(),
          monthOfDay(first),
          first.getYear());
    }
    return words.text("date.across", day(first), day(last));
  }

  String period(Period period) {
    LocalDate start = period.span().start();
    return switch (period.kind()) {
      case MONTH ->
          words.text("date.month", words.text("month." + start.getMonthValue()), start.getYear());
      case QUARTER, WEEK, YEAR -> numbered(period);
      case DAYS -> span(period.span());
    };
  }

  String shortPeriod(Period period) {
    return switch (period.kind()) {
      case MONTH -> shortMonth(period.span().start());
      case DAYS -> shortSpan(period.span());
      default -> period(period);
    };
  }

  private String shortSpan(DateSpan span) {
    LocalDate last = span.lastDay();
    if (span.days() == 1) {
      return day(last);
    }
    if (YearMonth.from(span.start()).equals(YearMonth.from(last))) {
      return words.text(
          "date.short-within",
          span.start().getDayOfMonth(),
          last.getDayOfMonth(),
          shortMonthName(last),
          last.getYear(),
          last.getMonthValue());
    }
    return words.text(
        "date.short-span", dayAndMonth(span.start()), dayAndMonth(last), last.getYear());
  }

  /** A period by the day it begins on, where there is little room. */
  String start(Period.Kind kind, LocalDate start) {
    return switch (kind) {
      case MONTH -> shortMonth(start);
      case QUARTER ->
          words.text("period.QUARTER", start.get(IsoFields.QUARTER_OF_YEAR), start.getYear());
      case YEAR -> words.text("period.YEAR", start.getYear());
      case WEEK, DAYS -> dayAndMonth(start);
    };
  }

  private String numbered(Period period) {
    LocalDate start = period.span().start();
    return switch (period.kind()) {
      case QUARTER ->
          words.text("period.QUARTER", start.get(IsoFields.QUARTER_OF_YEAR), start.getYear());
      case WEEK ->
          words.text(
              "period.WEEK",
              start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
              start.get(IsoFields.WEEK_BASED_YEAR));
      default -> words.text("period.YEAR", start.getYear());
    };
  }

  private String monthOfDay(LocalDate day) {
    return words.text("month." + day.getMonthValue() + ".day");
  }

  private String shortMonthName(LocalDate day) {
    return words.text("month." + day.getMonthValue() + ".short");
  }
}
