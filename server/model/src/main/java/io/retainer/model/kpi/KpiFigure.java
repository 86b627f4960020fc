package io.retainer.model.kpi;

import io.retainer.model.fact.Coverage;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * A KPI of one client and period, compared.
 *
 * @param compared in the order asked
 */
public record KpiFigure(
    KpiDescriptor kpi,
    Period period,
    KpiValue current,
    List<Compared> compared,
    Coverage coverage) {

  public KpiFigure {
    compared = List.copyOf(compared);
  }

  public Optional<Compared> compared(Comparison comparison) {
    return compared.stream().filter(one -> one.base().comparison() == comparison).findFirst();
  }

  /** The change on what was asked to be compared with; empty where there is none. */
  public Optional<Delta> delta(Comparison comparison) {
    return compared(comparison).flatMap(Compared::delta);
  }
}
