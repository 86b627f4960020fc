package io.retainer.model.report;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.Period;
import io.retainer.spi.Grain;
import java.util.List;
import java.util.Optional;

/**
 * A KPI over time: over the days of the period, or over whole periods up to this one where a source
 * tells no days.
 *
 * @param bucket what a point stands for: a day, a week, a month
 * @param unit the calendar unit of the points that are whole periods; empty when the points divide
 *     the period
 * @param current the points, in the order of time
 * @param lastYear the same points a year earlier; empty when there are none
 */
public record Trend(
    KpiDescriptor kpi,
    Grain bucket,
    Optional<Period.Kind> unit,
    List<Kpis.Point> current,
    List<Kpis.Point> lastYear) {

  public Trend {
    current = List.copyOf(current);
    lastYear = List.copyOf(lastYear);
  }
}
