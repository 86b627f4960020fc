package io.retainer.connector.google;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Hands over the rows of one table of Universal Analytics. */
final class UniversalRows {

  private static final int HOURS_OF_A_DAY = 24;

  private final UniversalPlan plan;
  private final Fields fields;
  private final Optional<DateSpan> period;
  private final TableWriter writer;
  private final FactSink sink;
  private final Repeats repeats;
  private final Object[] values;

  private UniversalRows(
      UniversalPlan plan,
      Fields fields,
      Optional<DateSpan> period,
      TableWriter writer,
      FactSink sink) {
    this.plan = plan;
    this.fields = fields;
    this.period = period;
    this.writer = writer;
    this.sink = sink;
    this.repeats = new Repeats(sink);
    this.values = new Object[plan.values().size()];
  }

  /**
   * @return null when the table has no days and none are known
   */
  static UniversalRows open(
      UniversalPlan plan,
      Columns columns,
      Forms forms,
      Sheet sheet,
      Preamble preamble,
      ReadSettings settings,
      FactSink sink)
      throws IOException {
    boolean dated = plan.dateKey().isPresent();
    boolean saysDays = dated || columns.has("date_range");
    Optional<DateSpan> period = preamble.period().or(settings::period);
    if (preamble.isComparison() && !saysDays) {
      sink.issue(
          issue(columns, "two periods above the table, and none in it", "one period in a file"));
      return null;
    }
    if (period.isEmpty() && !saysDays) {
      sink.issue(
          issue(columns, "a table without dates", "a line like \"# 20220701-20220731\" above it"));
      return null;
    }
    var header =
        new TableHeader(
            columns.row().cell(0),
            plan.dataset(),
            plan.names(),
            plan.cut(),
            dated ? Grain.DAY : Grain.PERIOD,
            plan.isComplete(),
            columns.has("date_range") ? Optional.empty() : period,
            settings.account().orElse(preamble.property()),
            Optional.of(
                sign(columns, sheet, settings)
                    .orElseGet(
                        () -> AssumedCurrency.of(plan.dataset(), plan.names(), settings, sink))));
    var fields = new Fields(columns, forms, settings.zone(), sheet.isWorkbook());
    return new UniversalRows(plan, fields, period, sink.table(header), sink);
  }

  /** The currency around the first amount. */
  private static Optional<String> sign(Columns columns, Sheet sheet, ReadSettings settings)
      throws IOException {
    int revenue = columns.index("revenue");
    return sheet.head().stream()
        .filter(row -> row.line() > columns.line())
        .takeWhile(row -> !row.isBlank())
        .map(row -> row.cell(revenue).strip())
        .flatMap(
            amount -> AmountCurrency.around(amount, settings.currency().getCurrencyCode()).stream())
        .findFirst();
  }

  private static ReadIssue issue(Columns columns, String saw, String expected) {
    return new ReadIssue(
        columns.line(),
        "",
        saw,
        expected,
        "Upload the file as it was exported, or name the period of the table (--period).");
  }

  void take(Row row) {
    fields.at(row);
    if (isTotal(row)) {
      takeTotal();
    } else if (isOfASegment()) {
      sink.passedOver(row.line(), "is about a segment, not about all users");
    } else if (!repeats.passes(fields)) {
      DateSpan days = fields.isSound() ? days() : null;
      for (int i = 0; i < values.length && fields.isSound(); i++) {
        values[i] = fields.measured(plan.values().get(i).from());
      }
      if (fields.isSound() && days != null) {
        writer.row(row.line(), days, values);
      } else if (fields.isSound()) {
        writer.rejected(noDays(row), row.text());
      } else {
        fields.rejectTo(writer);
      }
    }
  }

  private boolean isTotal(Row row) {
    return !plan.dimensions().isEmpty()
        && plan.dimensions().stream().allMatch(index -> row.cell(index).isBlank());
  }

  private boolean isOfASegment() {
    String segment = fields.columns().has("segment") ? fields.text("segment") : null;
    return segment != null && !Preamble.isAllUsers(segment);
  }

  private void takeTotal() {
    for (Value value : plan.values()) {
      Object total = value.sums() && fields.isSound() ? fields.measured(value.from()) : null;
      if (fields.isSound() && total instanceof Number) {
        var number = total instanceof Long count ? BigDecimal.valueOf(count) : (BigDecimal) total;
        sink.total(new SourceTotal(value.column(), number, fields.row().line()));
      }
    }
    sink.passedOver(fields.row().line(), "total of the table");
  }

  private DateSpan days() {
    if (fields.columns().has("date_range")) {
      String cell = fields.text("date_range");
      return cell == null ? null : Dates.span(cell).orElse(null);
    }
    if (plan.dateKey().isEmpty()) {
      return period.orElseThrow();
    }
    String key = plan.dateKey().get();
    LocalDate day = key.equals("hour_index") ? dayOfHour() : fields.day(key);
    boolean isOutside = day == null || period.isPresent() && !period.get().contains(day);
    return isOutside ? null : DateSpan.ofDay(day);
  }

  /** Hours are counted from the first day. */
  private LocalDate dayOfHour() {
    Long hour = fields.count("hour_index");
    return hour == null || period.isEmpty()
        ? null
        : period.get().start().plusDays(hour / HOURS_OF_A_DAY);
  }

  private ReadIssue noDays(Row row) {
    String key = plan.dateKey().orElse("date_range");
    return new ReadIssue(
        row.line(),
        fields.columns().heading(key),
        row.cell(fields.columns().index(key)),
        period.map(span -> "a day of " + span).orElse("a day"),
        "Correct the cell, or export the report again.");
  }
}
