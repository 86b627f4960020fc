package io.retainer.connector.seo;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.DatesInName;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.FormsDecision;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One table of a tool that is being read. */
record SeoExport(
    String provider, String fileName, Table table, ReadSettings settings, FactSink sink) {

  boolean has(String key) {
    return table.columns().has(key);
  }

  /** Decides the forms of the columns the table has; empty when the user was asked. */
  Optional<Forms> forms(List<String> dates, List<String> counts, List<String> decimals)
      throws IOException {
    return table.forms(
        new FormsDecision(table.columns(), table.sheet().delimiter())
            .dates(present(dates))
            .counts(present(counts))
            .decimals(present(decimals)),
        sink);
  }

  private List<String> present(List<String> keys) {
    return keys.stream().filter(this::has).toList();
  }

  void each(Forms forms, Consumer<Fields> reader) throws IOException {
    table.read(forms, settings, reader);
  }

  /**
   * The day of a snapshot: as the user says it, as the file's name does, or the latest day in it.
   */
  Optional<LocalDate> day(LocalDate latestInTable) {
    Optional<LocalDate> day =
        settings
            .period()
            .map(period -> period.lastDay())
            .or(() -> DatesInName.of(fileName).stream().findFirst())
            .or(() -> Optional.ofNullable(latestInTable));
    if (day.isEmpty()) {
      sink.issue(
          new ReadIssue(
              table.columns().line(),
              "",
              "a table without a date",
              "the day it was exported",
              "Name the day as the period of the file when you upload it, or put it into the file's"
                  + " name, like export_2026-01-31.csv."));
    }
    return day;
  }
}
