package io.retainer.model.report;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import java.util.List;
import java.util.Optional;

/**
 * Something a reader must know of some figures.
 *
 * @param kpis the figures it is about; empty for the whole section
 */
public record Remark(Kind kind, List<KpiDescriptor> kpis, Optional<Reason> reason) {

  public Remark {
    kpis = List.copyOf(kpis);
  }

  /** The remarks there are. */
  public enum Kind {
    /** The figure rests on a part of the period. */
    PARTIAL,
    /** The figure is an estimate. */
    ESTIMATED,
    /** The figure has no value. */
    MISSING,
    /** There is nothing earlier at all to compare with. */
    FIRST_PERIOD,
    /** There is nothing in the period before to compare with. */
    NO_PREVIOUS,
    /** There is nothing a year earlier to compare with. */
    NO_LAST_YEAR,
    /** The base is too small to judge a change. */
    SMALL_BASE
  }
}
