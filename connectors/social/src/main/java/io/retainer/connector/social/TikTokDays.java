package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Optional;

/** The dates of a TikTok table, with a year or without. */
final class TikTokDays {

  private final Table table;
  private final Optional<MissingYear> year;

  TikTokDays(String fileName, Table table, ReadSettings settings) {
    this.table = table;
    this.year =
        MissingYear.from(settings, fileName)
            .or(() -> MissingYear.from(settings, table.sheet().name()));
  }

  /** Whether the dates can be read; if not, the question is put to the sink. */
  boolean areKnown(String key, FactSink sink) throws IOException {
    if (year.isPresent()) {
      return true;
    }
    Columns columns = table.columns();
    var yearless = new FirstYearless(columns.index(key));
    table.eachRow(yearless::see);
    if (yearless.found == null) {
      return true;
    }
    sink.issue(
        new ReadIssue(
            yearless.found.line(),
            columns.heading(key),
            yearless.found.cell(columns.index(key)),
            "a date with a year, or a period of at most a year to find it in",
            "Name the period of the file when you upload it, or put the day of export into its"
                + " name, like Overview_2026-01-31.csv."));
    return false;
  }

  /** The cell's moment; makes the row unsound when it has none. */
  LocalDateTime time(Fields fields, String key) {
    Optional<MonthDay> day = MonthDays.parse(fields.row().cell(fields.columns().index(key)));
    if (day.isEmpty() || year.isEmpty()) {
      return fields.required(key, fields.time(key));
    }
    Optional<LocalDateTime> found = year.get().dayOf(day.get()).map(date -> date.atStartOfDay());
    if (found.isEmpty()) {
      fields.refuse(
          key,
          "a day of " + year.get().span(),
          "Name the period of the file when you upload it: its dates have no year.");
    }
    return found.orElse(null);
  }

  private static final class FirstYearless {
    private final int index;
    private Row found;

    FirstYearless(int index) {
      this.index = index;
    }

    void see(Row row) {
      if (found == null && MonthDays.parse(row.cell(index)).isPresent()) {
        found = row;
      }
    }
  }
}
