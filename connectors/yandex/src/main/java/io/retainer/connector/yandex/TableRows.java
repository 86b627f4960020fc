package io.retainer.connector.yandex;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.Suppressed;
import io.retainer.toolkit.CutSpans;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Row;
import java.math.BigDecimal;
import java.util.Optional;

/** Hands over the rows of one table by its plan. */
final class TableRows {

  private final TablePlan plan;
  private final Survey survey;
  private final Grain grain;
  private final Optional<DateSpan> period;
  private final CutSpans writer;
  private final FactSink sink;
  private final Object[] values;
  private final Repeats repeats;

  /**
   * @param period the days of the whole table, when it says so or was given them
   */
  TableRows(
      TablePlan plan,
      Survey survey,
      Grain grain,
      Optional<DateSpan> period,
      CutSpans writer,
      FactSink sink) {
    this.plan = plan;
    this.survey = survey;
    this.grain = grain;
    this.period = period;
    this.writer = writer;
    this.sink = sink;
    this.values = new Object[plan.values().size()];
    this.repeats = new Repeats(sink);
  }

  void take(Fields fields) {
    Row row = fields.row();
    if (MetricaTable.isTotal(row) || isAllBlank(row)) {
      takeTotal(fields);
      return;
    }
    if (survey.hasGroups() && survey.sumsUp(fields)) {
      sink.passedOver(row.line(), "sums up rows that follow");
      return;
    }
    if (repeats.passes(fields)) {
      return;
    }
    DateSpan days = fields.isSound() ? days(fields) : null;
    for (int i = 0; i < values.length && fields.isSound(); i++) {
      values[i] = fields.measured(plan.values().get(i).from());
    }
    if (!fields.isSound()) {
      fields.rejectTo(writer);
    } else if (days == null) {
      writer.rejected(noDays(fields), row.text());
    } else {
      writer.row(row.line(), days, values);
    }
  }

  private boolean isAllBlank(Row row) {
    return !plan.groupings().isEmpty()
        && plan.groupings().stream().allMatch(index -> row.cell(index).isBlank());
  }

  private void takeTotal(Fields fields) {
    for (Value value : plan.values()) {
      Object total = value.sums() && fields.isSound() ? fields.measured(value.from()) : null;
      if (total != null && !(total instanceof Suppressed) && fields.isSound()) {
        var number = total instanceof Long count ? BigDecimal.valueOf(count) : (BigDecimal) total;
        writer.total(new SourceTotal(value.column(), number, fields.row().line()));
      }
    }
    sink.passedOver(fields.row().line(), "total of the table");
  }

  private DateSpan days(Fields fields) {
    if (!fields.columns().has("date")) {
      return period.orElseThrow();
    }
    String cell = fields.text("date");
    Optional<DateSpan> span = cell == null ? Optional.empty() : Dates.span(cell);
    if (span.isEmpty() && grain == Grain.DAY) {
      span = Optional.ofNullable(fields.day("date")).map(DateSpan::ofDay);
    }
    return span.orElse(null);
  }

  private ReadIssue noDays(Fields fields) {
    return new ReadIssue(
        fields.row().line(),
        fields.columns().heading("date"),
        fields.row().cell(fields.columns().index("date")),
        "a day like 2026-01-31, or two with a dash between them",
        "Correct the cell.");
  }
}
