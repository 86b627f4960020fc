package io.retainer.rendering.compose;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiTable;
import io.retainer.model.report.exhibit.Cohorts;
import io.retainer.model.report.exhibit.Funnel;
import io.retainer.model.report.exhibit.Ranking;
import io.retainer.model.report.exhibit.Segments;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the tables of KPIs. A table that another building block made is none of what was asked, and
 * the answer is empty.
 */
final class ExhibitTables {

  private static final String NOT_STATED = "not stated";

  private ExhibitTables() {}

  static Optional<Cohorts> cohorts(KpiDescriptor kpi, KpiTable table) {
    if (!begins(table, "cohort", "customers", "0")) {
      return Optional.empty();
    }
    List<Cohorts.Cohort> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      List<Optional<BigDecimal>> later =
          row.subList(3, row.size()).stream()
              .map(cell -> Optional.ofNullable((BigDecimal) cell))
              .toList();
      rows.add(
          new Cohorts.Cohort(YearMonth.parse((String) row.get(0)), (BigDecimal) row.get(1), later));
    }
    Cohorts cohorts = new Cohorts(kpi, rows);
    // One month of customers has nothing to come back in yet.
    return cohorts.months() == 0 ? Optional.empty() : Optional.of(cohorts);
  }

  static Optional<Segments> segments(KpiDescriptor kpi, KpiTable table, Optional<String> currency) {
    if (!begins(table, "code", "recency", "frequency", "amount", "customers", "value")) {
      return Optional.empty();
    }
    List<Segments.Score> scores =
        table.rows().stream()
            .map(
                row ->
                    new Segments.Score(
                        number(row, 1).intValueExact(),
                        number(row, 2).intValueExact(),
                        number(row, 3).intValueExact(),
                        number(row, 4),
                        number(row, 5)))
            .toList();
    return scores.isEmpty() ? Optional.empty() : Optional.of(new Segments(kpi, currency, scores));
  }

  static Optional<Funnel> funnel(KpiDescriptor kpi, KpiTable table) {
    if (!begins(table, "step", "reached", "of first", "of step before")) {
      return Optional.empty();
    }
    return Optional.of(
        new Funnel(
            kpi,
            table.rows().stream()
                .map(
                    row ->
                        new Funnel.Step(
                            (String) row.get(0),
                            number(row, 1),
                            Optional.ofNullable(number(row, 2)),
                            Optional.ofNullable(number(row, 3))))
                .toList()));
  }

  static Optional<Ranking> ranking(KpiDescriptor kpi, KpiTable table, Optional<String> currency) {
    if (!begins(table, "rank") || table.columns().size() != 4 || table.rows().isEmpty()) {
      return Optional.empty();
    }
    List<Ranking.Place> places =
        table.rows().stream()
            .map(
                row ->
                    new Ranking.Place(
                        NOT_STATED.equals(row.get(1)) ? "" : (String) row.get(1),
                        row.get(0) == null,
                        number(row, 2),
                        Optional.ofNullable(number(row, 3))))
            .toList();
    return Optional.of(new Ranking(kpi, currency, table.columns().get(1), places));
  }

  private static boolean begins(KpiTable table, String... columns) {
    List<String> wanted = List.of(columns);
    return table.columns().size() >= wanted.size()
        && table.columns().subList(0, wanted.size()).equals(wanted);
  }

  private static BigDecimal number(List<Object> row, int column) {
    return (BigDecimal) row.get(column);
  }
}
