package io.retainer.model.report.exhibit;

import io.retainer.model.kpi.KpiDescriptor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How many of the same things reached each step; no step is reached by more than the one before.
 */
public record Funnel(KpiDescriptor kpi, List<Step> steps) implements Exhibit {

  public Funnel {
    steps = List.copyOf(steps);
  }

  /**
   * @param name as the data name it
   * @param ofFirst share of the first step; empty when nothing reached that
   * @param ofBefore share of the step before; empty for the first one
   */
  public record Step(
      String name,
      BigDecimal reached,
      Optional<BigDecimal> ofFirst,
      Optional<BigDecimal> ofBefore) {}

  @Override
  public List<KpiDescriptor> kpis() {
    return List.of(kpi);
  }
}
