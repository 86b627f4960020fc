package io.retainer.connector.yandex;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.SourceTotal;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.DatesInName;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A table of Yandex Webmaster's pages: by day, or of all its days together. */
final class WebmasterTable {

  private static final List<String> DIMENSIONS = List.of("query", "page", "device");
  private static final List<String> MEASURES = List.of("impressions", "clicks");

  private final Table table;
  private final String fileName;
  private final ReadSettings settings;
  private final FactSink sink;
  private final boolean byDay;
  private final List<String> dimensions;
  private final Optional<String> position;

  WebmasterTable(Table table, String fileName, ReadSettings settings, FactSink sink) {
    this.table = table;
    this.fileName = fileName;
    this.settings = settings;
    this.sink = sink;
    byDay = table.columns().has("date");
    dimensions = DIMENSIONS.stream().filter(table.columns()::has).toList();
    position =
        List.of("shown_position", "position").stream().filter(table.columns()::has).findFirst();
  }

  void read() throws IOException {
    Optional<DateSpan> period = byDay ? Optional.empty() : period();
    if (!byDay && period.isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "a table without dates",
              "the days it is about",
              "Name the period (--period 2026-10), or put its days into the file's name, like"
                  + " queries-2026-10-01-2026-10-31.csv."));
      return;
    }
    Optional<Forms> forms =
        table.forms(
            sink,
            byDay ? List.of("date") : List.of(),
            MEASURES,
            position.map(List::of).orElse(List.of()));
    if (forms.isEmpty()) {
      return;
    }
    TableWriter writer = sink.table(header(period));
    table.read(
        forms.get(),
        settings,
        fields -> {
          if (Totals.is(fields.row().cell(table.columns().index(subject())))) {
            total(fields);
          } else {
            row(fields, period, writer);
          }
        });
  }

  private String subject() {
    return byDay && dimensions.isEmpty()
        ? "date"
        : dimensions.isEmpty() ? "impressions" : dimensions.get(0);
  }

  /** Named by the user, or by two days in the name of the file. */
  private Optional<DateSpan> period() {
    List<LocalDate> named = DatesInName.of(fileName);
    return settings.period().isPresent() || named.size() != 2 || named.get(1).isBefore(named.get(0))
        ? settings.period()
        : Optional.of(DateSpan.ofDays(named.get(0), named.get(1)));
  }

  private TableHeader header(Optional<DateSpan> period) {
    List<String> columns = new ArrayList<>(dimensions);
    columns.addAll(MEASURES);
    position.ifPresent(key -> columns.add("position"));
    Set<String> cut = new TreeSet<>(dimensions);
    boolean isWhole = !dimensions.contains("query") && !dimensions.contains("page");
    return new TableHeader(
        table.sheet().name(),
        Datasets.SEARCH_QUERIES,
        columns,
        cut,
        byDay ? Grain.DAY : Grain.PERIOD,
        isWhole,
        period,
        settings.account().orElse(""),
        Optional.empty());
  }

  private void row(Fields fields, Optional<DateSpan> period, TableWriter writer) {
    List<Object> values = new ArrayList<>();
    for (String dimension : dimensions) {
      values.add(fields.required(dimension, fields.text(dimension)));
    }
    for (String measure : MEASURES) {
      values.add(fields.required(measure, fields.measured(of -> of.count(measure))));
    }
    position.ifPresent(key -> values.add(fields.measured(of -> position(of, key))));
    LocalDate day = byDay ? fields.required("date", fields.day("date")) : null;
    if (fields.isSound()) {
      DateSpan days = byDay ? DateSpan.ofDay(day) : period.orElseThrow();
      writer.row(fields.row().line(), days, values.toArray());
    } else {
      fields.rejectTo(writer);
    }
  }

  /** Without impressions there is no position: Yandex writes 0 or a dash. */
  private static BigDecimal position(Fields fields, String key) {
    BigDecimal position = fields.decimal(key);
    return position == null || position.signum() == 0 ? null : position;
  }

  /** A list of queries leaves queries out, so its total is that of more than its rows. */
  private void total(Fields fields) {
    for (String measure : byDay && dimensions.isEmpty() ? MEASURES : List.<String>of()) {
      Long total = fields.count(measure);
      if (total != null) {
        sink.total(new SourceTotal(measure, BigDecimal.valueOf(total), fields.row().line()));
      }
    }
    sink.passedOver(fields.row().line(), "the total");
  }
}
