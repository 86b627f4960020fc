package io.retainer.model.report;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Period;
import java.util.List;

/**
 * KPIs over the last periods, the latest first: the table of a channel whose figures have no
 * groups.
 */
public record History(List<KpiDescriptor> kpis, List<Row> rows) {

  public History {
    kpis = List.copyOf(kpis);
    rows = List.copyOf(rows);
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
