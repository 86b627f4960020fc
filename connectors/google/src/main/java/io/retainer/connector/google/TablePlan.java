package io.retainer.connector.google;

import io.retainer.spi.Additivity;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a table of an export becomes: which dataset, cut by what, with which values; or why it
 * cannot be kept.
 *
 * @param dateIndex the column of the date, or -1
 * @param dimensions columns that must be empty in a line of totals
 */
record TablePlan(
    Dataset dataset,
    Grain grain,
    DateKind dateKind,
    int dateIndex,
    List<Integer> dimensions,
    Set<String> cut,
    List<Value> values,
    Optional<String> impossible) {

  /** How a table says what day a row is about. */
  enum DateKind {
    NONE,
    DATE,
    NTH_DAY,
    NTH_HOUR,
    NTH_MONTH,
    YEAR_MONTH,
    ISO_WEEK,
    /** {@code 01} to {@code 53} or {@code 12}: the year is that of the report. */
    WEEK_OF_YEAR,
    MONTH_OF_YEAR
  }

  /** In the order of preference; hours are added up to their day. */
  private static final List<Map.Entry<String, DateKind>> DATES =
      List.of(
          Map.entry("date", DateKind.DATE),
          Map.entry("date_hour", DateKind.DATE),
          Map.entry("nth_day", DateKind.NTH_DAY),
          Map.entry("nth_hour", DateKind.NTH_HOUR),
          Map.entry("year_month", DateKind.YEAR_MONTH),
          Map.entry("nth_month", DateKind.NTH_MONTH),
          Map.entry("iso_week", DateKind.ISO_WEEK),
          Map.entry("week_of_year", DateKind.WEEK_OF_YEAR),
          Map.entry("month_of_year", DateKind.MONTH_OF_YEAR));

  private static final List<String> HOURS = List.of("date_hour", "nth_hour", "hour");

  private static final Map<String, String> PASSED_OVER =
      Map.of(
          "first_user", "is about a user's first visit, not about sessions",
          "span", "is by week, month or another span; export it by date",
          "country_code", "repeats the table by country, with codes",
          "item", "is about products, whose sales are no sessions; export the shop's orders",
          "date_range", "puts several periods into one table; export one at a time");

  /** Breakdowns with so many values that GA4 leaves rows out. */
  private static final Set<String> LONG_TAILED = Set.of("page", "city", "campaign");

  static TablePlan of(Columns columns, Row first) {
    if (columns.has("hour") && !columns.has("date") && !columns.has("nth_day")) {
      return impossible(
          "\"" + columns.heading("hour") + "\" is the hour of any day; export it by date");
    }
    for (var passed : PASSED_OVER.entrySet()) {
      if (columns.has(passed.getKey())) {
        return impossible("\"" + columns.heading(passed.getKey()) + "\" " + passed.getValue());
      }
    }
    if (isPivot(columns, first)) {
      return impossible(
          "\""
              + columns.heading(0)
              + "\" stands over the columns and not in the rows; export it as rows");
    }
    for (String key : columns.keys()) {
      if (!key.equals("ignored") && columns.isRepeated(key)) {
        return impossible("\"" + columns.heading(key) + "\" is the heading of two columns");
      }
    }
    return new TablePlanner(columns, first).plan();
  }

  /** Explorations may put a dimension over the columns: then a second row names the measures. */
  private static boolean isPivot(Columns columns, Row first) {
    Columns second = GoogleAnalytics4.HEADINGS.match(first);
    return second.keys().size() >= 2
        && columns.row().cells().stream().skip(1).noneMatch(GoogleAnalytics4::isMeasure)
        && first.cells().stream().skip(1).anyMatch(GoogleAnalytics4::isMeasure);
  }

  static TablePlan impossible(String reason) {
    return new TablePlan(
        Datasets.WEB_TRAFFIC,
        Grain.PERIOD,
        DateKind.NONE,
        -1,
        List.of(),
        Set.of(),
        List.of(),
        Optional.of(reason));
  }

  /** Whether a week or month may be of two years, for a report of these days. */
  boolean isOpen(Optional<DateSpan> days) {
    boolean isOfAYear = dateKind == DateKind.WEEK_OF_YEAR || dateKind == DateKind.MONTH_OF_YEAR;
    return isOfAYear
        && (days.isEmpty()
            || days.get().start().getYear() != days.get().end().minusDays(1).getYear());
  }

  /** Whether only 0000 in its first cell tells that a column counts days, and not weeks. */
  boolean isOfNamelessDays(Columns columns) {
    return dateKind == DateKind.NTH_DAY && !columns.has("nth_day");
  }

  List<String> names() {
    return values.stream().map(Value::column).toList();
  }

  boolean isComplete() {
    return cut.stream().noneMatch(LONG_TAILED::contains);
  }

  /** Whether nothing but the day tells the rows apart; a heading nobody knows might do so too. */
  boolean isOneRowADay(Columns columns) {
    return dateKind == DateKind.DATE
        && grain == Grain.DAY
        && cut.isEmpty()
        && !columns.has("segment")
        && columns.unknown().isEmpty()
        && HOURS.stream().noneMatch(columns::has);
  }

  /** Finds the date, the breakdown and the measures among the headings. */
  private record TablePlanner(Columns columns, Row first) {

    TablePlan plan() {
      DateKind kind = DateKind.NONE;
      int dateIndex = -1;
      for (var date : DATES) {
        if (dateIndex < 0 && columns.has(date.getKey())) {
          kind = date.getValue();
          dateIndex = columns.index(date.getKey());
        }
      }
      for (int i = 0; dateIndex < 0 && i < columns.width(); i++) {
        if (isUnknown(i) && isDay(first.cell(i))) {
          kind = DateKind.DATE;
          dateIndex = i;
        }
      }
      boolean nameless = kind == DateKind.NONE && isUnknown(0);
      if (nameless && first.cell(0).equals("0000")) {
        kind = DateKind.NTH_DAY;
        dateIndex = 0;
      }
      var dimensions = new ArrayList<Integer>();
      var cut = new LinkedHashSet<String>();
      var values = new ArrayList<Value>();
      for (Breakdown breakdown : Breakdown.ALL) {
        if (columns.has(breakdown.key())) {
          dimensions.add(columns.index(breakdown.key()));
          for (Value value : breakdown.values(columns)) {
            if (cut.add(value.column())) {
              values.add(value);
            }
          }
        }
      }
      int channel = cut.contains("channel") ? -1 : channelByItsValues();
      if (channel >= 0) {
        dimensions.add(channel);
        cut.add("channel");
        values.add(Breakdown.channel(channel));
      }
      if (dateIndex >= 0) {
        dimensions.add(dateIndex);
      }
      if (columns.has("transaction_id")) {
        return kind == DateKind.DATE
            ? Orders.plan(columns, dateIndex)
            : impossible(
                "\""
                    + columns.heading("transaction_id")
                    + "\" without the day of each order; add Date as a dimension");
      }
      Optional<String> stranger = unknownDimension(dateIndex, channel);
      if (stranger.isPresent()) {
        return impossible("\"" + stranger.get() + "\" is a breakdown that is not kept");
      }
      Dataset dataset = dataset(cut);
      for (String dimension : cut) {
        if (dataset.find(dimension).isEmpty()) {
          return impossible("a breakdown by " + String.join(" and ", cut) + " at once is not kept");
        }
      }
      var measures = Measures.of(columns, dataset, columns.has("landing_page"));
      if (measures.isEmpty()) {
        return impossible(
            "no measure that is kept among " + String.join(", ", columns.row().cells()));
      }
      boolean hourly = isHourly(dateIndex);
      measures.stream()
          .filter(measure -> !hourly || !isDistinct(dataset, measure))
          .forEach(values::add);
      Grain grain =
          switch (kind) {
            case NONE -> Grain.PERIOD;
            case DATE, NTH_DAY, NTH_HOUR -> Grain.DAY;
            case YEAR_MONTH, NTH_MONTH, MONTH_OF_YEAR -> Grain.MONTH;
            case ISO_WEEK, WEEK_OF_YEAR -> Grain.WEEK;
          };
      return new TablePlan(
          dataset, grain, kind, dateIndex, dimensions, cut, values, Optional.empty());
    }

    /** A date as GA4 writes it, with or without the hour, under a heading in any language. */
    private static boolean isDay(String cell) {
      String digits = cell.strip();
      return digits.matches("(19|20)\\d{6}(\\d\\d)?") && DateText.parse(digits, null) != null;
    }

    private boolean isHourly(int dateIndex) {
      return HOURS.stream().anyMatch(columns::has)
          || dateIndex >= 0 && first.cell(dateIndex).strip().matches("\\d{10}|\\d{12}");
    }

    /** Who came in two hours of a day is one person of the day. */
    private static boolean isDistinct(Dataset dataset, Value measure) {
      return dataset.column(measure.column()).additivity() == Additivity.DISTINCT;
    }

    private static Dataset dataset(Set<String> cut) {
      if (cut.contains("event_name")) {
        return Datasets.WEB_EVENTS;
      }
      return cut.contains("page") || cut.contains("host")
          ? Datasets.LANDING_PAGES
          : Datasets.WEB_TRAFFIC;
    }

    /** In a language nobody taught us the names of the channels tell their column. */
    private int channelByItsValues() {
      for (int i = 0; i < columns.width(); i++) {
        if (isUnknown(i) && Channels.isColumn(columns.heading(i), first.cell(i))) {
          return i;
        }
      }
      return -1;
    }

    private boolean isUnknown(int index) {
      return columns.unknown().contains(columns.heading(index));
    }

    /** A heading nobody knows over words, not figures, cuts the rows finer than we can tell. */
    private Optional<String> unknownDimension(int dateIndex, int channel) {
      for (int i = 0; i < columns.width(); i++) {
        if (i != dateIndex
            && i != channel
            && isUnknown(i)
            && !first.cell(i).matches("[-+0-9.,eE%\\s]*")) {
          return Optional.of(columns.heading(i));
        }
      }
      return columns.width() > 0 && dateIndex != 0 && channel != 0 && isUnknown(0)
          ? Optional.of(columns.heading(0))
          : Optional.empty();
    }
  }
}
