package io.retainer.connector.search;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads answers of the Search Analytics interface. They hold the values of the dimensions that were
 * asked for and not their names, which the values tell.
 */
final class SearchAnalytics {

  private static final List<String> MEASURES = List.of("clicks", "impressions", "ctr", "position");
  private static final List<String> DIMENSIONS =
      List.of("date", "query", "page", "country", "device", "searchAppearance");
  private static final Predicate<String> DAY = value -> DateText.parse(value, null) != null;
  private static final Predicate<String> ADDRESS = value -> value.matches("[a-z][a-z-]*://.*");
  private static final Predicate<String> DEVICE = value -> value.matches("DESKTOP|MOBILE|TABLET");
  private static final Predicate<String> COUNTRY = value -> value.matches("[a-z]{3}");
  private static final Predicate<String> APPEARANCE =
      value -> value.matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");

  private SearchAnalytics() {}

  static Recognition recognise(JsonText json) throws IOException {
    JsonValue head = json.head();
    JsonValue first = head.at("rows").at(0);
    boolean isRow = first.at("keys").isArray() || head.has("responseAggregationType");
    return isRow && (first.has("clicks") || head.at("rows").items().isEmpty())
        ? Recognition.as("answer of the Search Analytics interface")
        : Recognition.refused(
            "JSON without \"rows\" of \"keys\" and \"clicks\", as the Search Analytics interface"
                + " answers");
  }

  static void read(JsonText json, ReadSettings settings, FactSink sink) throws IOException {
    List<JsonValue> rows =
        json.heads().stream().flatMap(head -> head.at("rows").items().stream()).toList();
    if (rows.isEmpty()) {
      sink.passedOver(1, "an answer without rows");
      return;
    }
    List<String> dimensions = named(json.name(), rows).orElseGet(() -> dimensions(rows));
    if (dimensions.stream().distinct().count() < dimensions.size()) {
      sink.issue(
          ReadIssue.ofFile(
              "keys like " + rows.get(0).at("keys") + ", of which two may be queries",
              "keys that tell what they are: a day, an address, a device, a country, a query",
              "Ask for fewer dimensions."));
      return;
    }
    boolean hasDay = dimensions.contains("date");
    if (!hasDay && settings.period().isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "rows without days",
              "the dimension date, or the days that were asked for",
              "Ask for the dimension date as well, or name the days (--period 2026-10)."));
      return;
    }
    var names = new ArrayList<>(dimensions);
    names.addAll(MEASURES);
    Sheet sheet = json.sheet(names, row -> cells(row, dimensions.size()), "rows");
    boolean isByPage =
        json.around("rows").stream()
            .anyMatch(answer -> answer.at("responseAggregationType").text().equals("byPage"));
    String account = settings.account().orElse("");
    String apart = isByPage && !dimensions.contains("page") ? account + " (by page)" : account;
    boolean complete = dimensions.stream().noneMatch(List.of("query", "page")::contains);
    var table = FlatRows.find(sheet);
    if (table.isPresent()) {
      new FlatRows(table.get(), apart.strip(), complete, settings, sink).read();
    }
  }

  private static List<String> cells(JsonValue row, int keys) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < keys; i++) {
      cells.add(row.at("keys").at(i).text());
    }
    MEASURES.forEach(measure -> cells.add(row.at(measure).text()));
    return cells;
  }

  /** A query of three letters looks like a country, so a file's name goes first. */
  private static Optional<List<String>> named(String fileName, List<JsonValue> rows) {
    List<String> names = List.of(fileName.replaceFirst("\\.json$", "").split("-"));
    int width = rows.get(0).at("keys").items().size();
    return DIMENSIONS.containsAll(names) && names.size() == width
        ? Optional.of(names)
        : Optional.empty();
  }

  /** What each place of the keys holds, told by all values at the beginning of the file. */
  private static List<String> dimensions(List<JsonValue> rows) {
    int most = rows.stream().mapToInt(row -> row.at("keys").items().size()).max().orElse(0);
    var names = new ArrayList<String>();
    for (int i = 0; i < most; i++) {
      int place = i;
      List<String> values = rows.stream().map(row -> row.at("keys").at(place).text()).toList();
      String name = name(values);
      names.add(names.contains(name) && !name.equals("query") ? "query" : name);
    }
    return names;
  }

  private static String name(List<String> values) {
    if (values.stream().allMatch(DAY)) {
      return "date";
    }
    if (values.stream().allMatch(ADDRESS)) {
      return "page";
    }
    if (values.stream().allMatch(DEVICE)) {
      return "device";
    }
    if (values.stream().allMatch(COUNTRY)) {
      return "country";
    }
    return values.stream().allMatch(APPEARANCE) ? "searchAppearance" : "query";
  }
}
