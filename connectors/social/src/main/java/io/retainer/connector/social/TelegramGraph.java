package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph of a channel's statistics: columns of values, the first of them moments, {@code
 * {"columns":[["x",1759276800000],["y0",1200]],"names":{"y0":"Total followers"}}}.
 */
final class TelegramGraph {

  private static final Phrases NAMES = Phrases.of("telegram-graph-names.txt");
  private static final String MOMENTS = "x";

  private TelegramGraph() {}

  static boolean is(JsonValue document) {
    return document.at("columns").at(0).at(0).text().equals(MOMENTS) && document.has("names");
  }

  static void read(JsonText json, ReadSettings settings, FactSink sink) throws IOException {
    try (var documents = json.values()) {
      JsonValue document;
      while ((document = documents.next()) != null) {
        if (is(document)) {
          read(document, settings, sink);
        } else {
          sink.passedOver(Math.max(1, document.line()), "no graph of columns");
        }
      }
    }
  }

  private static void read(JsonValue document, ReadSettings settings, FactSink sink) {
    List<JsonValue> moments = List.of();
    Map<String, List<JsonValue>> columns = new LinkedHashMap<>();
    for (JsonValue column : document.at("columns").items()) {
      String key = column.at(0).text();
      List<JsonValue> values =
          column.items().subList(Math.min(1, column.items().size()), column.items().size());
      if (key.equals(MOMENTS)) {
        moments = values;
      } else {
        NAMES
            .find(document.at("names", key).text())
            .ifPresent(name -> columns.putIfAbsent(name, values));
      }
    }
    Optional<List<LocalDate>> days = days(moments);
    if (columns.isEmpty() || days.isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "a graph by hours, or of " + document.at("names"),
              "a graph of followers, of those who joined and left, or of views, day by day",
              "Choose the graph of followers, of growth or of interactions."));
      return;
    }
    write(document.line(), days.get(), columns, settings, sink);
  }

  /** Empty unless the moments are the beginnings of days. */
  private static Optional<List<LocalDate>> days(List<JsonValue> moments) {
    List<LocalDate> days = new ArrayList<>();
    for (JsonValue moment : moments) {
      String milliseconds = moment.text();
      if (!milliseconds.matches("\\d{12,14}")) {
        return Optional.empty();
      }
      Instant instant = Instant.ofEpochMilli(Long.parseLong(milliseconds));
      if (instant.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() != 0) {
        return Optional.empty();
      }
      days.add(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    }
    return Optional.of(days);
  }

  private static void write(
      long line,
      List<LocalDate> days,
      Map<String, List<JsonValue>> columns,
      ReadSettings settings,
      FactSink sink) {
    List<String> names = new ArrayList<>(List.of("network"));
    names.addAll(columns.keySet());
    TableWriter writer =
        sink.table(
            new TableHeader(
                "graph",
                Datasets.SOCIAL_ACCOUNTS,
                names,
                Set.of(),
                Grain.DAY,
                true,
                Optional.empty(),
                settings.account().orElse(Telegram.NETWORK),
                Optional.empty()));
    for (int i = 0; i < days.size(); i++) {
      Object[] values = new Object[names.size()];
      values[0] = Telegram.NETWORK;
      for (int j = 1; j < values.length; j++) {
        List<JsonValue> column = columns.get(names.get(j));
        values[j] = i < column.size() ? count(column.get(i)) : null;
      }
      writer.row(Math.max(1, line), DateSpan.ofDay(days.get(i)), values);
    }
  }

  private static Long count(JsonValue value) {
    return value
        .number()
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .map(BigDecimal::abs)
        .map(BigDecimal::longValue)
        .orElse(null);
  }
}
