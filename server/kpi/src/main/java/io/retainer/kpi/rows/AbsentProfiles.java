package io.retainer.kpi.rows;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactAnswer.Cell;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Profiles that had rows shortly before a part of a period and have none in it.
 *
 * @param rows those that count, whatever their day
 */
record AbsentProfiles(FactQuery query, List<Row> rows) {

  /** One of an account. */
  private record Profile(List<String> account, List<String> names) {
    static Profile of(Row row, List<String> columns) {
      return new Profile(
          List.of(row.source(), row.account()), columns.stream().map(row::text).toList());
    }
  }

  /** The cells of a part of a period, with how many are absent. */
  List<Cell> beside(List<Cell> cells, int period, Optional<LocalDate> bucket, DateSpan part) {
    Map<List<String>, Cell> all = new LinkedHashMap<>();
    cells.forEach(cell -> all.put(cell.group(), cell));
    for (Measure measure : query.measures()) {
      if (measure.aggregation() instanceof Aggregation.AbsentProfiles absent) {
        byGroup(absent, part)
            .forEach(
                (group, profiles) -> {
                  Cell empty = new Cell(period, bucket, group, Map.of(), Map.of());
                  all.put(
                      group, with(all.getOrDefault(group, empty), measure.name(), profiles.size()));
                });
      }
    }
    return List.copyOf(all.values());
  }

  private Map<List<String>, Set<Profile>> byGroup(
      Aggregation.AbsentProfiles absent, DateSpan part) {
    List<Row> counting = RowAggregations.matching(rows, absent.where());
    Set<Profile> present =
        counting.stream()
            .filter(row -> part.contains(row.day()))
            .map(row -> Profile.of(row, absent.profile()))
            .collect(Collectors.toSet());
    Set<List<String>> read = present.stream().map(Profile::account).collect(Collectors.toSet());
    int days = Aggregation.AbsentProfiles.daysBefore(part);
    DateSpan before = new DateSpan(part.start().minusDays(days), part.start());
    Map<List<String>, Set<Profile>> byGroup = new LinkedHashMap<>();
    for (Row row : counting) {
      Profile profile = Profile.of(row, absent.profile());
      if (before.contains(row.day())
          && read.contains(profile.account())
          && !present.contains(profile)) {
        byGroup
            .computeIfAbsent(query.by().stream().map(row::text).toList(), any -> new HashSet<>())
            .add(profile);
      }
    }
    return byGroup;
  }

  private static Cell with(Cell cell, String name, int number) {
    Map<String, BigDecimal> values = new HashMap<>(cell.values());
    values.put(name, BigDecimal.valueOf(number));
    return new Cell(cell.period(), cell.bucket(), cell.group(), values, cell.currencies());
  }
}
