package io.retainer.connector.google;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.FollowedSheet;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.ListedSheet;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers of the Data API: {@code runReport}, {@code batchRunReports}, or one on each line. Names
 * of dimensions and measures stand in front of the rows, all values are texts.
 */
final class RunReport {

  private final ReadSettings settings;
  private final FactSink sink;

  RunReport(ReadSettings settings, FactSink sink) {
    this.settings = settings;
    this.sink = sink;
  }

  static boolean is(JsonValue answer) {
    return isReport(answer) || isReport(answer.at("reports").at(0));
  }

  private static boolean isReport(JsonValue answer) {
    return answer.at("metricHeaders").isArray()
        || answer.at("kind").text().equals("analyticsData#runReport");
  }

  void read(JsonText json) throws IOException {
    List<JsonValue> heads = json.heads();
    if (heads.size() == 1 && !json.isLines() && isReport(heads.get(0))) {
      JsonValue answer = json.around("rows").get(0);
      List<String> names = names(answer);
      Sheet rows = json.sheet(names, RunReport::cells, "rows");
      boolean isEmpty = heads.get(0).at("rows").items().isEmpty();
      read(answer, isEmpty ? Optional.empty() : Optional.of(rows));
      return;
    }
    try (var answers = json.values()) {
      JsonValue answer;
      while ((answer = answers.next()) != null) {
        if (isReport(answer)) {
          read(answer, listed(json.name(), answer));
        }
        for (JsonValue report : answer.at("reports").items()) {
          read(report, listed(json.name(), report));
        }
      }
    }
  }

  private static Optional<Sheet> listed(String name, JsonValue answer) {
    var rows = new ArrayList<Row>();
    rows.add(Row.of(answer.line(), names(answer).toArray(String[]::new)));
    for (JsonValue row : answer.at("rows").items()) {
      rows.add(Row.of(row.line(), cells(row).toArray(String[]::new)));
    }
    return rows.size() == 1 ? Optional.empty() : Optional.of(new ListedSheet(name, rows));
  }

  private void read(JsonValue answer, Optional<Sheet> rows) throws IOException {
    JsonValue metadata = answer.at("metadata");
    if (rows.isEmpty()) {
      sink.passedOver(Math.max(1, answer.line()), "an answer without rows");
      return;
    }
    if (!metadata.at("samplingMetadatas").items().isEmpty()) {
      sink.passedOver(
          Math.max(1, answer.line()), "the numbers are estimates: Google has sampled them");
    }
    if (metadata.at("dataLossFromOtherRow").text().equals("true")) {
      sink.passedOver(
          Math.max(1, answer.line()), "Google put rare values together in one row, (other)");
    }
    boolean isThresholded = metadata.at("subjectToThresholding").text().equals("true");
    if (isThresholded) {
      sink.passedOver(
          Math.max(1, answer.line()), "Google keeps small rows back: the others are a part");
    }
    int all = answer.at("rowCount").number().map(java.math.BigDecimal::intValue).orElse(0);
    Sheet sheet = withTotal(answer, rows.get());
    Optional<String> currency =
        Optional.of(metadata.at("currencyCode").text()).filter(code -> code.matches("[A-Z]{3}"));
    boolean isCut = rows.get() instanceof ListedSheet listed && listed.head().size() - 1 < all;
    if (isCut) {
      sink.issue(
          ReadIssue.ofFile(
              (rows.get().head().size() - 1) + " of " + all + " rows",
              "all rows of the answer",
              "Ask with a higher limit, or with an offset for the rest."));
    }
    new ReportReader(sheet, settings, sink, new Origin(currency, isThresholded || isCut)).read();
  }

  private static Sheet withTotal(JsonValue answer, Sheet rows) {
    JsonValue total = answer.at("totals").at(0);
    boolean hasDimensions = !answer.at("dimensionHeaders").items().isEmpty();
    if (!hasDimensions || answer.at("totals").items().size() != 1) {
      return rows;
    }
    var cells = new ArrayList<String>();
    answer.at("dimensionHeaders").items().forEach(header -> cells.add(""));
    total.at("metricValues").items().forEach(value -> cells.add(value.at("value").text()));
    return cells.stream().allMatch(String::isEmpty)
        ? rows
        : new FollowedSheet(rows, Row.of(total.line(), cells.toArray(String[]::new)));
  }

  private static List<String> names(JsonValue answer) {
    var names = new ArrayList<String>();
    for (String headers : List.of("dimensionHeaders", "metricHeaders")) {
      answer.at(headers).items().forEach(header -> names.add(header.at("name").text()));
    }
    return names;
  }

  private static List<String> cells(JsonValue row) {
    var cells = new ArrayList<String>();
    for (String values : List.of("dimensionValues", "metricValues")) {
      row.at(values).items().forEach(value -> cells.add(value.at("value").text()));
    }
    return cells;
  }
}
