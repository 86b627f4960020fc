package io.retainer.kpi.script;

import io.retainer.compute.protocol.Question.Source;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A KPI that is computed from other KPIs' series, as its script states it.
 *
 * @param text as written, from {@code kpi} to the closing brace
 * @param source the computation
 */
public record ComputationDraft(
    String file,
    Place at,
    KpiId id,
    String text,
    KpiUnit unit,
    Direction better,
    Map<String, String> title,
    Map<String, String> about,
    List<Series> series,
    Source source,
    List<Example> examples) {

  /**
   * {@code series months: kpi('orders.revenue').over(36, month)}.
   *
   * @param points how many, the latest of them the period's own
   */
  public record Series(String name, Place at, String kpi, int points, Grain grain) {}

  /**
   * @param values by series, the latest last; empty where there is none
   * @param isUnsure whether one of them is suppressed or partial
   * @param isOfEstimates whether one of them was not counted
   * @param mistakes the numbers that common mistakes would give
   */
  public record Example(
      Place at,
      String title,
      Map<String, List<Optional<BigDecimal>>> values,
      boolean isUnsure,
      boolean isOfEstimates,
      Expected expect,
      Optional<BigDecimal> low,
      Optional<BigDecimal> high,
      List<BigDecimal> mistakes) {}
}
