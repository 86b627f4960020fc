package io.retainer.connector.google;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.Suppressed;
import io.retainer.toolkit.CutSpans;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Totals;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.Optional;

/** Reads the rows of one table by its plan. */
final class TableRows {

  private static final int HOURS_OF_A_DAY = 24;

  private final TablePlan plan;
  private final Fields fields;
  private final Optional<DateSpan> period;
  private final CutSpans writer;
  private final FactSink sink;
  private final Object[] values;
  private final Repeats repeats;
  private final NamelessRows nameless;
  private LocalDate lastDay;
  private DateSpan lastSpan;

  /**
   * @param period what the table says it is about
   */
  TableRows(
      TablePlan plan, Fields fields, Optional<DateSpan> period, CutSpans writer, FactSink sink) {
    this.plan = plan;
    this.fields = fields;
    this.period = period;
    this.writer = writer;
    this.sink = sink;
    this.values = new Object[plan.values().size()];
    this.nameless = new NamelessRows(plan.values());
    this.repeats =
        plan.isOneRowADay(fields.columns())
            ? new Repeats(sink, plan.dateIndex())
            : new Repeats(sink);
  }

  void take(Row row) {
    if (isTotal(row)) {
      takeTotal(row);
    } else if (!isNameless(row) || !nameless.keep(row)) {
      takeRow(row);
    }
  }

  private void takeRow(Row row) {
    if (repeats.passes(fields.at(row))) {
      return;
    }
    if (isOfASegment()) {
      sink.passedOver(row.line(), "is about a segment or comparison, not about all users");
      return;
    }
    DateSpan span = fields.isSound() ? span(row) : null;
    for (int i = 0; i < values.length && fields.isSound(); i++) {
      values[i] = fields.measured(plan.values().get(i).from());
    }
    if (fields.isSound() && span != null) {
      nameless.add(values);
      writer.row(row.line(), span, values);
    } else if (fields.isSound()) {
      writer.rejected(outsidePeriod(row), row.text());
    } else {
      fields.rejectTo(writer);
    }
  }

  /** To be called behind the last row. */
  void finish() {
    for (Row row : nameless.rows()) {
      if (nameless.addsUp(fields.at(cut(row)))) {
        takeTotal(row);
      } else {
        takeRow(row);
      }
    }
    writer.finish();
  }

  private boolean isOfASegment() {
    String segment = fields.columns().has("segment") ? fields.text("segment") : null;
    return segment != null && !Preamble.isAllUsers(segment);
  }

  /** Totals have no dimension, and in explorations one cell too many that says so. */
  private boolean isTotal(Row row) {
    boolean isSaid = row.width() > fields.columns().size();
    if (plan.dimensions().isEmpty()) {
      return isSaid;
    }
    boolean isWithoutDay = plan.dateIndex() >= 0 && row.cell(plan.dateIndex()).isBlank();
    return Totals.is(row.cell(plan.dimensions().get(0))) && areBlank(row, 1)
        || (isSaid || isWithoutDay) && areBlank(row, 0);
  }

  /** Sessions without a landing page stand in a row with an empty name, like an unsaid total. */
  private boolean isNameless(Row row) {
    return !plan.dimensions().isEmpty() && areBlank(row, 0);
  }

  private boolean areBlank(Row row, int from) {
    return plan.dimensions().stream().skip(from).allMatch(index -> row.cell(index).isBlank());
  }

  private Row cut(Row row) {
    int width = Math.min(row.size(), fields.columns().size());
    return Row.of(row.line(), Arrays.copyOf(row.cells().toArray(new String[0]), width));
  }

  private void takeTotal(Row row) {
    fields.at(cut(row));
    for (Value value : plan.values()) {
      Object total = value.sums() ? fields.measured(value.from()) : null;
      boolean isStated = total != null && !(total instanceof Suppressed);
      if (isStated && fields.isSound()) {
        var number = total instanceof Long count ? BigDecimal.valueOf(count) : (BigDecimal) total;
        writer.total(new SourceTotal(value.column(), number, row.line()));
      }
    }
    sink.passedOver(row.line(), "total of the table");
  }

  /** The days of a row; null when they lie outside what the table says it is about. */
  private DateSpan span(Row row) {
    return switch (plan.dateKind()) {
      case NONE -> period.orElseThrow();
      case DATE -> dayWithin(day());
      case NTH_DAY -> nthDay(1);
      case NTH_HOUR -> nthDay(HOURS_OF_A_DAY);
      case YEAR_MONTH -> within(monthStart(row.cell(plan.dateIndex()).strip()));
      case NTH_MONTH -> nthMonth();
      case ISO_WEEK -> week(row.cell(plan.dateIndex()).strip());
      case WEEK_OF_YEAR -> weekOfYear(row.cell(plan.dateIndex()).strip());
      case MONTH_OF_YEAR -> monthOfYear(row.cell(plan.dateIndex()).strip());
    };
  }

  private LocalDate day() {
    LocalDate day = fields.day(plan.dateIndex());
    return day == null && fields.isSound()
        ? fields.refuse(plan.dateIndex(), "a date like 20260131", "Complete the cell.")
        : day;
  }

  /**
   * @param ofADay how many of what is counted from the start make a day
   */
  private DateSpan nthDay(int ofADay) {
    Long offset = fields.count(plan.dateIndex());
    if (offset == null || period.isEmpty() || offset / ofADay > period.get().days()) {
      return null;
    }
    return dayWithin(period.get().start().plusDays(offset / ofADay));
  }

  private DateSpan dayWithin(LocalDate day) {
    if (day == null || period.isPresent() && !period.get().contains(day)) {
      return null;
    }
    if (!day.equals(lastDay)) {
      lastDay = day;
      lastSpan = DateSpan.ofDay(day);
    }
    return lastSpan;
  }

  private DateSpan nthMonth() {
    Long offset = fields.count(plan.dateIndex());
    return offset == null || period.isEmpty() || offset > period.get().days()
        ? null
        : within(period.get().start().withDayOfMonth(1).plusMonths(offset));
  }

  /** The month from its first day, as far as the table's own days reach. */
  private DateSpan within(LocalDate first) {
    return first == null ? null : cut(new DateSpan(first, first.plusMonths(1)));
  }

  /** {@code 202601} is the week with the first Thursday of 2026. */
  private DateSpan week(String cell) {
    if (!cell.matches("(19|20)\\d\\d(0[1-9]|[1-4]\\d|5[0-3])")) {
      return null;
    }
    LocalDate monday =
        LocalDate.of(Integer.parseInt(cell.substring(0, 4)), 1, 4)
            .with(WeekFields.ISO.dayOfWeek(), 1)
            .plusWeeks(Integer.parseInt(cell.substring(4)) - 1L);
    return cut(new DateSpan(monday, monday.plusWeeks(1)));
  }

  /** Weeks of GA4 begin on Sunday, and the first of January is in week 01. */
  private DateSpan weekOfYear(String cell) {
    if (!cell.matches("0?[1-9]|[1-4]\\d|5[0-4]")) {
      return null;
    }
    LocalDate newYear = period.orElseThrow().start().withDayOfYear(1);
    LocalDate sunday =
        newYear
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY))
            .plusWeeks(Integer.parseInt(cell) - 1L);
    return cut(new DateSpan(sunday, sunday.plusWeeks(1)));
  }

  private DateSpan monthOfYear(String cell) {
    return cell.matches("0?[1-9]|1[0-2]")
        ? within(period.orElseThrow().start().withDayOfMonth(1).withMonth(Integer.parseInt(cell)))
        : null;
  }

  private DateSpan cut(DateSpan span) {
    if (period.isEmpty()) {
      return span;
    }
    LocalDate from =
        span.start().isBefore(period.get().start()) ? period.get().start() : span.start();
    LocalDate to = span.end().isAfter(period.get().end()) ? period.get().end() : span.end();
    return to.isAfter(from) ? new DateSpan(from, to) : null;
  }

  private static LocalDate monthStart(String cell) {
    if (!cell.matches("(19|20)\\d\\d(0[1-9]|1[0-2])")) {
      return null;
    }
    return LocalDate.of(
        Integer.parseInt(cell.substring(0, 4)), Integer.parseInt(cell.substring(4)), 1);
  }

  private ReadIssue outsidePeriod(Row row) {
    return new ReadIssue(
        row.line(),
        fields.columns().heading(plan.dateIndex()),
        row.cell(plan.dateIndex()),
        period.map(span -> "a day of " + span).orElse("a day, and a start date above the table"),
        "Export the report again: the row does not belong to the dates above its table.");
  }
}
