package io.retainer.connector.yandex;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.FollowedSheet;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.ListedSheet;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An answer of the reporting API: rows, or one row for each grouping with a figure for each span of
 * days. What was asked for stands in it, and so do the totals.
 */
final class ReportAnswer {

  private static final String TOTAL = "Totals and averages";

  private final ReadSettings settings;
  private final FactSink sink;

  ReportAnswer(ReadSettings settings, FactSink sink) {
    this.settings = settings;
    this.sink = sink;
  }

  static boolean is(JsonValue answer) {
    return answer.at("query", "metrics").items().stream()
        .anyMatch(metric -> metric.text().startsWith("ym:"));
  }

  /** Why an answer to another question cannot be read; empty when it can. */
  static Optional<String> otherKind(JsonValue answer) {
    if (answer.at("query").has("date1_a") || answer.at("data").at(0).at("metrics").isObject()) {
      return Optional.of("compares two segments");
    }
    return answer.at("data").at(0).has("expand")
        ? Optional.of("is one level of a tree, as /stat/v1/data/drilldown gives")
        : Optional.empty();
  }

  void read(JsonText json) throws IOException {
    if (json.isLines()) {
      try (var answers = json.values()) {
        for (JsonValue answer = answers.next(); answer != null; answer = answers.next()) {
          if (is(answer)) {
            read(answer, listed(json.name(), new AnswerCells(answer, period(answer)), answer));
          }
        }
      }
      return;
    }
    JsonValue answer = json.around("data").get(0);
    var cells = new AnswerCells(answer, period(answer));
    if (cells.isByTime()) {
      try (var answers = json.values()) {
        JsonValue whole = answers.next();
        read(whole, listed(json.name(), cells, whole));
      }
    } else {
      Sheet rows = json.sheet(cells.headings(), value -> cells.rows(value).get(0), "data");
      read(answer, withTotal(answer, rows));
    }
  }

  private static Sheet listed(String name, AnswerCells cells, JsonValue answer) {
    var rows = new ArrayList<Row>();
    rows.add(Row.of(0, cells.headings().toArray(String[]::new)));
    for (JsonValue each : answer.at("data").items()) {
      cells.rows(each).forEach(row -> rows.add(row(each, row)));
    }
    var sheet = new ListedSheet(name, rows);
    return cells.isByTime() ? sheet : withTotal(answer, sheet);
  }

  private static Row row(JsonValue at, List<String> cells) {
    return Row.of(Math.max(1, at.line()), cells.toArray(String[]::new));
  }

  private static Sheet withTotal(JsonValue answer, Sheet rows) {
    int groupings = answer.at("query", "dimensions").items().size();
    List<JsonValue> totals = answer.at("totals").items();
    if (groupings == 0 || totals.isEmpty() || totals.get(0).isArray()) {
      return rows;
    }
    var cells = new ArrayList<String>();
    cells.add(TOTAL);
    while (cells.size() < groupings) {
      cells.add("");
    }
    totals.forEach(total -> cells.add(AnswerCells.figure(total)));
    return new FollowedSheet(rows, row(answer.at("totals"), cells));
  }

  private void read(JsonValue answer, Sheet sheet) throws IOException {
    Optional<Table> table = Optional.empty();
    for (String key : List.of("visits", "pageviews", "users", "goal_reaches", "goal_visits")) {
      table = table.or(() -> find(sheet, key));
    }
    if (table.isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "an answer without visits, page views or visitors",
              "measures such as ym:s:visits and ym:s:users",
              "Ask for these measures."));
      return;
    }
    if (answer.at("sampled").text().equals("true")) {
      sink.passedOver(
          Math.max(1, answer.line()),
          "the numbers are estimates: Metrica has calculated them from a sample of visits");
    }
    var preamble = new Preamble(period(answer), part(answer), account(answer));
    new ReportReader(table.get(), preamble, Optional.empty(), settings, sink).read();
  }

  private static Optional<Table> find(Sheet sheet, String key) {
    try {
      return Table.find(sheet, MetricaTable.HEADINGS, List.of(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Days may also be written as {@code 6daysAgo}: then nobody knows from which day on. */
  private static Optional<DateSpan> period(JsonValue answer) {
    return Preamble.span(answer.at("query", "date1").text(), answer.at("query", "date2").text());
  }

  private static Optional<String> account(JsonValue answer) {
    var ids = answer.at("query", "ids").items().stream().map(JsonValue::text).toList();
    return ids.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", ids));
  }

  /** What narrows the answer, so that it is not about all visits. */
  private static Optional<String> part(JsonValue answer) {
    JsonValue query = answer.at("query");
    String filters = query.at("filters").text();
    if (!filters.isBlank()) {
      return Optional.of(filters);
    }
    long all = whole(answer.at("total_rows"), 0);
    boolean isByTime = answer.has("time_intervals");
    long most = isByTime ? answer.at("data").items().size() : whole(query.at("limit"), all);
    if (all > most || whole(query.at("offset"), 1) > 1) {
      return Optional.of("not all of " + all + " rows");
    }
    return answer.at("contains_sensitive_data").text().equals("true")
        ? Optional.of("without what Metrica keeps back as personal")
        : Optional.empty();
  }

  private static long whole(JsonValue value, long otherwise) {
    return value.number().map(BigDecimal::longValue).orElse(otherwise);
  }
}
