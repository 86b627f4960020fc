package io.retainer.model.report;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.Kpis;
import io.retainer.spi.Grain;
import java.util.List;

/**
 * A KPI over time.
 *
 * @param bucket what a point stands for: a day, a week, a month
 * @param current points of the period, in the order of time
 * @param lastYear points of the same period a year earlier; empty when there are none
 */
public record Trend(
    KpiDescriptor kpi, Grain bucket, List<Kpis.Point> current, List<Kpis.Point> lastYear) {

  public Trend {
    current = List.copyOf(current);
    lastYear = List.copyOf(lastYear);
  }
}
