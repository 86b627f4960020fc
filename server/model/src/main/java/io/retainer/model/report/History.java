package io.retainer.model.report;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.stream.IntStream;

/**
 * KPIs over the last periods, the latest first: the table of a channel whose figures have no
 * groups.
 */
public record History(List<KpiDescriptor> kpis, List<Row> rows) {

  public History {
    kpis = List.copyOf(kpis);
    rows = List.copyOf(rows);
  }

  /** The same periods in tables of as many columns as a page has room for, about as wide each. */
  public List<History> abreast(int most) {
    int tables = (kpis.size() + most - 1) / most;
    int columns = tables == 0 ? 1 : (kpis.size() + tables - 1) / tables;
    return IntStream.range(0, tables)
        .map(table -> table * columns)
        .mapToObj(from -> between(from, Math.min(kpis.size(), from + columns)))
        .toList();
  }

  private History between(int from, int to) {
    return new History(
        kpis.subList(from, to),
        rows.stream().map(row -> new Row(row.period(), row.values().subList(from, to))).toList());
  }

  /**
   * @param values one for each KPI, in its order, each computed over the whole period
   */
  public record Row(Period period, List<KpiValue> values) {
    public Row {
      values = List.copyOf(values);
    }
  }
}
