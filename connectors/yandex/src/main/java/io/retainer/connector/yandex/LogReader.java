package io.retainer.connector.yandex;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.AssumedCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.PersonKey;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a log as a stream, a row at a time. */
final class LogReader {

  private final Sheet sheet;
  private final Columns columns;
  private final ReadSettings settings;
  private final FactSink sink;

  LogReader(Sheet sheet, Columns columns, ReadSettings settings, FactSink sink) {
    this.sheet = sheet;
    this.columns = columns;
    this.settings = settings;
    this.sink = sink;
  }

  void read() throws IOException {
    if (columns.has("day") || columns.has("time")) {
      Optional<String> named = currency();
      String currency = named.orElse(settings.currency().getCurrencyCode());
      VisitLog log = VisitLog.of(columns, currency, () -> sayWhatIsAssumed(named));
      if (columns.has("goals")) {
        sink.passedOver(
            columns.line(), "goals are not kept: which of them are conversions is not said");
      }
      read(
          header(Datasets.WEB_TRAFFIC, log.values(), log.cut(), Grain.DAY, currency),
          log.values(),
          columns.has("day") ? "day" : "time");
    } else if (columns.has("hit_day") || columns.has("hit_time")) {
      HitLog log = HitLog.of(columns, PersonKey.of(settings));
      read(
          header(
              Datasets.WEB_EVENTS,
              log.values(),
              log.cut(),
              Grain.DAY,
              settings.currency().getCurrencyCode()),
          log.values(),
          columns.has("hit_day") ? "hit_day" : "hit_time");
    }
  }

  private TableHeader header(
      Dataset dataset, List<Value> values, List<String> cut, Grain grain, String currency)
      throws IOException {
    return new TableHeader(
        sheet.name(),
        dataset,
        values.stream().map(Value::column).toList(),
        Set.copyOf(cut),
        grain,
        true,
        Optional.empty(),
        settings.account().orElseGet(this::counter),
        Optional.of(currency));
  }

  private String counter() {
    String key = columns.has("counter") ? "counter" : "hit_counter";
    return firstBelow(columns.index(key)).orElse("");
  }

  private void sayWhatIsAssumed(Optional<String> named) {
    if (named.isEmpty()) {
      AssumedCurrency.of(settings, sink);
    } else {
      sink.assumed(
          "Some purchases do not name their currency, so they count as "
              + named.get()
              + ", that of the first purchase. If they are in another one, export them by"
              + " themselves.");
    }
  }

  /** Of the first purchase near the beginning of the file. */
  private Optional<String> currency() {
    return firstBelow(columns.index("purchase_currency"))
        .flatMap(cell -> LogFields.list(cell).stream().findFirst())
        .filter(code -> code.matches("[A-Z]{3}"));
  }

  private Optional<String> firstBelow(int index) {
    try {
      return sheet.head().stream()
          .filter(row -> row.line() > columns.line())
          .map(row -> row.cell(index).strip())
          .filter(cell -> !cell.isEmpty() && !cell.equals("[]"))
          .findFirst();
    } catch (IOException unread) {
      return Optional.empty();
    }
  }

  private void read(TableHeader header, List<Value> values, String dayKey) throws IOException {
    TableWriter writer = sink.table(header);
    var fields = new Fields(columns, Forms.plain(), settings.zone(), false);
    Object[] cells = new Object[values.size()];
    LocalDate lastDay = null;
    DateSpan span = null;
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        if (row.line() <= columns.line() || row.isBlank()) {
          continue;
        }
        fields.at(row);
        LocalDate day = fields.required(dayKey, fields.day(dayKey));
        for (int i = 0; i < cells.length && fields.isSound(); i++) {
          cells[i] = fields.measured(values.get(i).from());
        }
        if (!fields.isSound()) {
          fields.rejectTo(writer);
          continue;
        }
        if (!day.equals(lastDay)) {
          lastDay = day;
          span = DateSpan.ofDay(day);
        }
        writer.row(row.line(), span, cells);
      }
    }
  }
}
