package io.retainer.connector.yandex;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rows of an answer of the reporting API as cells below headings. */
final class AnswerCells {

  /** Any one goal; which one it is stands in the middle of the name. */
  private static final Pattern GOAL = Pattern.compile("ym:s:goal\\d+(reaches|visits)");

  private static final String NOT_KEPT = "ym:s:notKept";
  private static final String SPANS = "ym:s:datePeriod";
  private static final String UNDEFINED = "(not set)";

  /** Their ids are the same in every language. */
  private static final Set<String> BY_ID = Set.of("ym:s:TrafficSource", "ym:s:deviceCategory");

  private final List<String> dimensions;
  private final List<String> metrics;
  private final List<String> spans = new ArrayList<>();
  private final boolean isByTime;
  private final Optional<DateSpan> period;

  /**
   * @param period the days asked for, which cut the first and the last week off
   */
  AnswerCells(JsonValue answer, Optional<DateSpan> period) {
    this.dimensions =
        answer.at("query", "dimensions").items().stream()
            .map(name -> LogFields.withoutAttribution(name.text()))
            .toList();
    this.metrics =
        answer.at("query", "metrics").items().stream().map(name -> metric(name.text())).toList();
    this.period = period;
    this.isByTime = answer.has("time_intervals");
    answer
        .at("time_intervals")
        .items()
        .forEach(each -> spans.add(span(each.at(0).text(), each.at(1).text())));
  }

  private static String metric(String name) {
    String plain = GOAL.matcher(name.strip()).replaceFirst("ym:s:goal$1");
    return MetricaTable.HEADINGS.key(plain).isPresent() ? plain : NOT_KEPT;
  }

  /** Whether each figure is a list, one for each span of days. */
  boolean isByTime() {
    return isByTime;
  }

  List<String> headings() {
    var headings = new ArrayList<String>();
    if (isByTime) {
      headings.add("ym:s:date");
    }
    dimensions.forEach(name -> headings.add(name.startsWith(SPANS) ? "ym:s:date" : name));
    headings.replaceAll(name -> isStart(name) ? "ym:s:date" : name);
    headings.addAll(metrics);
    return headings;
  }

  private static boolean isStart(String name) {
    return name.equals("ym:s:startOfWeek") || name.equals("ym:s:startOfMonth");
  }

  List<List<String>> rows(JsonValue row) {
    var groupings = new ArrayList<String>();
    for (int i = 0; i < dimensions.size(); i++) {
      groupings.add(grouping(dimensions.get(i), row.at("dimensions").at(i)));
    }
    var rows = new ArrayList<List<String>>();
    for (int span = 0; span < (isByTime ? spans.size() : 1); span++) {
      var cells = new ArrayList<String>();
      if (isByTime) {
        cells.add(spans.get(span));
      }
      cells.addAll(groupings);
      for (JsonValue metric : row.at("metrics").items()) {
        cells.add(figure(isByTime ? metric.at(span) : metric));
      }
      rows.add(cells);
    }
    return rows;
  }

  static String figure(JsonValue value) {
    return value
        .number()
        .map(number -> number.stripTrailingZeros().toPlainString())
        .orElse(value.text());
  }

  private String grouping(String dimension, JsonValue value) {
    if (value.has("from") && value.has("to")) {
      return span(value.at("from").text(), value.at("to").text());
    }
    String name = value.isObject() ? value.at("name").text() : value.text();
    if (BY_ID.contains(dimension) && !value.at("id").text().isEmpty()) {
      name = value.at("id").text();
    }
    if (isStart(dimension)) {
      return within(dimension, name);
    }
    return name.isEmpty() ? UNDEFINED : name;
  }

  /** A week or a month, of which only the first day is said, as far as the answer's days reach. */
  private String within(String dimension, String name) {
    try {
      var first = LocalDate.parse(name);
      var next = dimension.endsWith("Week") ? first.plusWeeks(1) : first.plusMonths(1);
      LocalDate from = period.map(DateSpan::start).filter(first::isBefore).orElse(first);
      LocalDate end = period.map(DateSpan::end).filter(next::isAfter).orElse(next);
      return span(from.toString(), end.minusDays(1).toString());
    } catch (DateTimeParseException e) {
      return name;
    }
  }

  /** Parts of a day keep their hour: its visitors are not those of the day. */
  private static String span(String from, String to) {
    String first = day(from);
    String last = day(to);
    return first.equals(last) ? from : first + " - " + last;
  }

  private static String day(String moment) {
    return moment.length() > 10 ? moment.substring(0, 10) : moment;
  }
}
