package io.retainer.connector.yandex;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers of Yandex Webmaster's interface for programs: the most frequent queries of some days, and
 * queries or pages day by day.
 */
final class WebmasterAnswer {

  private static final String POPULAR = "queries";
  private static final String ANALYTICS = "text_indicator_to_statistics";
  private static final Map<String, String> SUBJECTS = Map.of("QUERY", "query", "URL", "page");

  private WebmasterAnswer() {}

  static Recognition recognise(JsonText json) throws IOException {
    JsonValue head = json.head();
    if (head.at(POPULAR).at(0).at("indicators").isObject()
        && head.at(POPULAR).at(0).has("query_text")) {
      return Recognition.as("answer of search-queries/popular");
    }
    return head.at(ANALYTICS).isArray()
        ? Recognition.as("answer of query-analytics/list")
        : Recognition.refused(
            "JSON without \"queries\" of \"query_text\" and \"indicators\", and without"
                + " \"text_indicator_to_statistics\", as Yandex Webmaster's interface answers");
  }

  static void read(JsonText json, ReadSettings settings, FactSink sink) throws IOException {
    if (json.head().at(ANALYTICS).isArray()) {
      analytics(json, settings, sink);
    } else {
      popular(json, settings, sink);
    }
  }

  private static void popular(JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    Optional<DateSpan> period = settings.period();
    for (JsonValue around : json.around(POPULAR)) {
      period = span(around).or(settings::period);
    }
    if (period.isEmpty()) {
      sink.issue(
          ReadIssue.ofFile(
              "queries without date_from and date_to",
              "the days they are about",
              "Name the period (--period 2026-10)."));
      return;
    }
    TableWriter writer = sink.table(header(json, "query", Grain.PERIOD, period, settings));
    try (var queries = json.values(POPULAR)) {
      for (JsonValue query = queries.next(); query != null; query = queries.next()) {
        JsonValue indicators = query.at("indicators");
        write(
            query,
            query.at("query_text").text(),
            period.get(),
            new Measured(
                indicators.at("TOTAL_SHOWS").number(),
                indicators.at("TOTAL_CLICKS").number(),
                indicators.at("AVG_SHOW_POSITION").number()),
            writer);
      }
    }
  }

  private static void analytics(JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    JsonValue first = json.head().at(ANALYTICS).at(0).at("text_indicator");
    String subject = SUBJECTS.getOrDefault(first.at("type").text(), "query");
    TableWriter writer = sink.table(header(json, subject, Grain.DAY, Optional.empty(), settings));
    try (var subjects = json.values(ANALYTICS)) {
      for (JsonValue each = subjects.next(); each != null; each = subjects.next()) {
        Map<String, Map<String, Optional<BigDecimal>>> days = new TreeMap<>();
        for (JsonValue figure : each.at("statistics").items()) {
          days.computeIfAbsent(figure.at("date").text(), day -> new TreeMap<>())
              .put(figure.at("field").text(), figure.at("value").number());
        }
        boolean isEmpty = true;
        for (var day : days.entrySet()) {
          var figures = day.getValue();
          Optional<LocalDate> date = date(day.getKey());
          if (date.isEmpty()) {
            writer.rejected(
                issue(each, "date", day.getKey(), "a day like 2026-10-01"), each.toString());
          } else if (figures.containsKey("IMPRESSIONS") || figures.containsKey("CLICKS")) {
            isEmpty = false;
            write(
                each,
                each.at("text_indicator", "value").text(),
                DateSpan.ofDay(date.get()),
                new Measured(
                    figures.getOrDefault("IMPRESSIONS", Optional.empty()),
                    figures.getOrDefault("CLICKS", Optional.of(BigDecimal.ZERO)),
                    figures.getOrDefault("POSITION", Optional.empty())),
                writer);
          }
        }
        if (isEmpty) {
          sink.passedOver(each.line(), "a query the site was not shown for");
        }
      }
    }
  }

  private record Measured(
      Optional<BigDecimal> shows, Optional<BigDecimal> clicks, Optional<BigDecimal> position) {}

  private static void write(
      JsonValue from, String subject, DateSpan days, Measured measured, TableWriter writer) {
    Optional<Long> shows = measured.shows().flatMap(WebmasterAnswer::whole);
    Optional<Long> clicks = measured.clicks().flatMap(WebmasterAnswer::whole);
    if (subject.isBlank() || shows.isEmpty() || clicks.isEmpty()) {
      writer.rejected(
          issue(from, "indicators", from.toString(), "a text with whole impressions and clicks"),
          from.toString());
      return;
    }
    BigDecimal position = measured.position().filter(value -> value.signum() > 0).orElse(null);
    writer.row(from.line(), days, new Object[] {subject, shows.get(), clicks.get(), position});
  }

  private static ReadIssue issue(JsonValue at, String field, String saw, String expected) {
    return new ReadIssue(at.line(), field, saw, expected, "Ask the interface again.");
  }

  private static TableHeader header(
      JsonText json,
      String subject,
      Grain grain,
      Optional<DateSpan> period,
      ReadSettings settings) {
    return new TableHeader(
        json.name(),
        Datasets.SEARCH_QUERIES,
        List.of(subject, "impressions", "clicks", "position"),
        Set.of(subject),
        grain,
        false, // The interface gives the most frequent ones only.
        period,
        settings.account().orElse(""),
        Optional.empty());
  }

  private static Optional<DateSpan> span(JsonValue around) {
    Optional<LocalDate> from = date(around.at("date_from").text());
    Optional<LocalDate> to = date(around.at("date_to").text());
    return from.isPresent() && to.isPresent() && !to.get().isBefore(from.get())
        ? Optional.of(DateSpan.ofDays(from.get(), to.get()))
        : Optional.empty();
  }

  /** The day of {@code 2026-10-01} and of {@code 2026-10-01T00:00:00,000+0300}. */
  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  private static Optional<Long> whole(BigDecimal value) {
    try {
      return value.signum() < 0 ? Optional.empty() : Optional.of(value.longValueExact());
    } catch (ArithmeticException notWhole) {
      return Optional.empty();
    }
  }
}
