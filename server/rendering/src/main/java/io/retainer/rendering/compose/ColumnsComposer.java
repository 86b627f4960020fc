package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition.BlockDefinition;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts a period into its weeks or months, and each of these by a dimension. */
record ColumnsComposer(Kpis kpis, Client client, Period period) {

  /** Groups of one column; what is beyond them is among the others. */
  private static final int GROUPS = 10_000;

  /** The parts of the period, the first and the last one as far as it reaches. */
  static List<Period> parts(Period period, Grain by) {
    List<Period> parts = new ArrayList<>();
    LocalDate start = period.span().start();
    while (start.isBefore(period.span().end())) {
      LocalDate next =
          by == Grain.MONTH
              ? start.with(TemporalAdjusters.firstDayOfNextMonth())
              : start.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      LocalDate end = next.isBefore(period.span().end()) ? next : period.span().end();
      parts.add(Period.of(new DateSpan(start, end)));
      start = end;
    }
    return parts;
  }

  /** Empty where fewer than two parts of the period have data. */
  Optional<Exhibit> compose(BlockDefinition block, KpiFigure figure) {
    String dimension = block.by().orElseThrow();
    List<KpiId> ids = List.of(block.lead());
    List<String> names =
        kpis.breakdown(client, period, ids, dimension, Columns.MOST).groups().stream()
            .map(Kpis.Group::name)
            .toList();
    List<Columns.Column> columns = new ArrayList<>();
    for (Period part : parts(period, block.over())) {
      columns.add(column(part.span(), names, kpis.breakdown(client, part, ids, dimension, GROUPS)));
    }
    long filled = columns.stream().filter(column -> !column.amounts().isEmpty()).count();
    boolean hasOthers =
        columns.stream()
            .filter(column -> !column.amounts().isEmpty())
            .anyMatch(column -> column.amounts().get(names.size()).signum() != 0);
    if (filled < 2 || names.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Columns(
            figure.kpi(),
            figure.current().currency(),
            dimension,
            block.over(),
            names,
            hasOthers,
            hasOthers ? columns : columns.stream().map(ColumnsComposer::withoutOthers).toList()));
  }

  private static Columns.Column withoutOthers(Columns.Column column) {
    List<BigDecimal> amounts = column.amounts();
    return new Columns.Column(
        column.days(), amounts.isEmpty() ? amounts : amounts.subList(0, amounts.size() - 1));
  }

  private static Columns.Column column(
      DateSpan days, List<String> names, Kpis.Breakdown breakdown) {
    Optional<BigDecimal> total = breakdown.total().values().get(0).value();
    if (total.isEmpty()) {
      return new Columns.Column(days, List.of());
    }
    Map<String, BigDecimal> found = new HashMap<>();
    breakdown
        .groups()
        .forEach(
            group ->
                group.values().get(0).value().ifPresent(value -> found.put(group.name(), value)));
    List<BigDecimal> amounts = new ArrayList<>();
    BigDecimal rest = total.get();
    for (String name : names) {
      BigDecimal amount = found.getOrDefault(name, BigDecimal.ZERO);
      amounts.add(amount);
      rest = rest.subtract(amount);
    }
    amounts.add(rest);
    return new Columns.Column(days, amounts);
  }
}
