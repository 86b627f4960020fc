package io.retainer.kpi.rows;

import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactAnswer.Cell;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NeededColumns;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.Reason;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Suppressed;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts given as rows. A dataset with any row is covered on every day; one without is not covered
 * at all, so that an example shows what happens without data by giving none. A column that any row
 * names was delivered with all of them.
 */
public final class RowFacts implements FactSource {

  private final Map<Dataset, List<Row>> rows;

  private RowFacts(Map<Dataset, List<Row>> rows) {
    this.rows = rows;
  }

  /**
   * @param rows by dataset; besides the dataset's columns a row may have {@code day} (a LocalDate),
   *     {@code source}, {@code account} and {@code currency}
   * @param day the day of rows that say none
   */
  public static RowFacts of(Map<Dataset, List<Map<String, Object>>> rows, LocalDate day) {
    Map<Dataset, List<Row>> read = new HashMap<>();
    rows.forEach(
        (dataset, list) -> {
          Set<String> none = noneWhereEmpty(dataset, list);
          read.put(dataset, list.stream().map(row -> row(row, day, none)).toList());
        });
    return new RowFacts(read);
  }

  /** Columns that were delivered and of which an empty cell says that there was none. */
  private static Set<String> noneWhereEmpty(Dataset dataset, List<Map<String, Object>> rows) {
    return dataset.noneWhereEmpty().stream()
        .filter(column -> rows.stream().anyMatch(row -> row.containsKey(column)))
        .collect(Collectors.toSet());
  }

  private static Row row(Map<String, Object> given, LocalDate day, Set<String> none) {
    Map<String, Object> values = new LinkedHashMap<>(given);
    none.forEach(column -> values.putIfAbsent(column, BigDecimal.ZERO));
    return new Row(
        (LocalDate) values.getOrDefault("day", day),
        (String) values.getOrDefault("source", "given"),
        (String) values.getOrDefault("account", "main"),
        values);
  }

  @Override
  public FactAnswer answer(FactQuery query) {
    List<Row> all = Histories.told(query, rows.getOrDefault(query.dataset(), List.of()));
    Optional<Reason> gap = gap(query, all);
    List<Row> counting =
        gap.isPresent()
            ? List.of()
            : all.stream().filter(row -> RowConditions.holds(query.where(), row)).toList();
    List<Row> given = gap.isPresent() ? List.of() : rows.get(query.dataset());
    UndecidedRows undecided = UndecidedRows.of(query, given);
    AbsentProfiles absent = new AbsentProfiles(query, counting);
    List<Cell> cells = new ArrayList<>();
    List<Coverage> coverage = new ArrayList<>();
    for (int i = 0; i < query.periods().size(); i++) {
      DateSpan period = query.periods().get(i);
      List<Cell> ofPeriod = new ArrayList<>();
      for (DateSpan part : parts(period, query.bucket())) {
        Optional<LocalDate> bucket = query.bucket().map(grain -> part.start());
        List<Cell> counted = cells(query, i, bucket, part, counting);
        List<Cell> decided = undecided.beside(counted, i, bucket, part);
        ofPeriod.addAll(absent.beside(decided, i, bucket, part));
      }
      cells.addAll(ofPeriod);
      Set<String> currencies =
          ofPeriod.stream()
              .flatMap(cell -> cell.currencies().values().stream())
              .flatMap(Set::stream)
              .collect(Collectors.toSet());
      coverage.add(coverage(all, period, currencies, gap));
    }
    return new FactAnswer(cells, coverage);
  }

  @Override
  public TableAnswer table(TableQuery query) {
    FactQuery asked = query.rows();
    List<Row> all = Histories.told(asked, rows.getOrDefault(asked.dataset(), List.of()));
    List<Row> counting =
        all.stream().filter(row -> RowConditions.holds(asked.where(), row)).toList();
    RowTables tables = new RowTables(counting, query.period());
    return new TableAnswer(
        tables.table(query.ask()),
        coverage(all, query.period(), RowCurrencies.of(tables.used(query.ask())), gap(asked, all)));
  }

  private static List<Cell> cells(
      FactQuery query, int index, Optional<LocalDate> bucket, DateSpan part, List<Row> counting) {
    Map<List<String>, List<Row>> groups =
        counting.stream()
            .collect(
                Collectors.groupingBy(
                    row -> query.by().stream().map(row::text).toList(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Row> ofAllGroups = counting.stream().filter(row -> part.contains(row.day())).toList();
    List<Cell> cells = new ArrayList<>();
    groups.forEach(
        (group, ever) -> {
          List<Row> inPart = ever.stream().filter(row -> part.contains(row.day())).toList();
          boolean looksBack =
              query.measures().stream().anyMatch(measure -> measure.aggregation().looksBack());
          if (!inPart.isEmpty() || looksBack) {
            cells.add(
                new Cell(
                    index,
                    bucket,
                    group,
                    numbers(query, part, inPart, ofAllGroups, ever),
                    RowCurrencies.of(query, part, inPart, ever)));
          }
        });
    return cells;
  }

  private static Map<String, BigDecimal> numbers(
      FactQuery query, DateSpan part, List<Row> inPart, List<Row> ofAllGroups, List<Row> ever) {
    List<Row> outer =
        query.perKey().map(per -> perKey(per, part, inPart, ofAllGroups, ever)).orElse(inPart);
    return measured(
        query.measures(),
        new RowAggregations(outer, ofAllGroups, ever, part, distinctColumns(query.dataset())));
  }

  private static Set<String> distinctColumns(Dataset dataset) {
    return dataset.columns().stream()
        .filter(column -> column.additivity() == Additivity.DISTINCT)
        .map(Column::name)
        .collect(Collectors.toSet());
  }

  private static List<Row> perKey(
      PerKey per, DateSpan part, List<Row> inPart, List<Row> ofAllGroups, List<Row> ever) {
    Map<String, List<Row>> keys =
        inPart.stream()
            .filter(row -> row.value(per.key()).isPresent())
            .collect(
                Collectors.groupingBy(
                    row -> row.text(per.key()), LinkedHashMap::new, Collectors.toList()));
    List<Row> results = new ArrayList<>();
    keys.forEach(
        (key, rows) -> {
          var aggregations = new RowAggregations(rows, ofAllGroups, ever, part, Set.of());
          var numbers = measured(per.measures(), aggregations);
          results.add(new Row(part.start(), "", key, new HashMap<>(numbers)));
        });
    return results;
  }

  private static Map<String, BigDecimal> measured(
      List<Measure> measures, RowAggregations aggregations) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    for (Measure measure : measures) {
      aggregations
          .number(measure.aggregation())
          .ifPresent(number -> numbers.put(measure.name(), number));
    }
    return numbers;
  }

  private static List<DateSpan> parts(DateSpan period, Optional<Grain> bucket) {
    if (bucket.isEmpty()) {
      return List.of(period);
    }
    List<DateSpan> parts = new ArrayList<>();
    LocalDate day = period.start();
    while (day.isBefore(period.end())) {
      LocalDate next =
          switch (bucket.get()) {
            case DAY -> day.plusDays(1);
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> day.plusMonths(1).withDayOfMonth(1);
            default -> throw new IllegalArgumentException("No time series by " + bucket.get());
          };
      LocalDate end = next.isAfter(period.end()) ? period.end() : next;
      parts.add(new DateSpan(day, end));
      day = next;
    }
    return parts;
  }

  private static Optional<Reason> gap(FactQuery query, List<Row> all) {
    if (all.isEmpty()) {
      return Optional.of(
          new Reason(
              Reason.Code.NOTHING_IMPORTED,
              List.of(),
              "There are no rows of " + query.dataset().name() + "."));
    }
    Set<String> missing = new LinkedHashSet<>(NeededColumns.of(query));
    all.forEach(row -> missing.removeAll(row.values().keySet()));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reason(
                Reason.Code.COLUMN_NOT_IMPORTED,
                List.copyOf(missing),
                "No row has " + String.join(", ", missing) + "."));
  }

  private static Map<String, String> thresholds(List<Row> rows) {
    Map<String, String> found = new HashMap<>();
    for (Row row : rows) {
      row.values()
          .forEach(
              (column, value) -> {
                if (value instanceof Suppressed suppressed) {
                  found.put(column, suppressed.below().map(BigDecimal::toPlainString).orElse(""));
                }
              });
    }
    return found;
  }

  private static Coverage coverage(
      List<Row> all, DateSpan period, Set<String> currencies, Optional<Reason> gap) {
    return gap.isPresent()
        ? new Coverage(Extent.NONE, List.of(period), List.of(), Set.of(), true, gap)
        : new Coverage(
            Extent.FULL, List.of(), List.of(), currencies, true, thresholds(all), Optional.empty());
  }
}
