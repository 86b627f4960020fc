package io.retainer.model.kpi;

import io.retainer.model.fact.Coverage;
import io.retainer.model.time.Period;
import java.util.Optional;

/**
 * A KPI of one client and period, compared.
 *
 * @param deltaPrevious absent when one of the two values is
 */
public record KpiFigure(
    KpiDescriptor kpi,
    Period period,
    KpiValue current,
    KpiValue previous,
    KpiValue previousYear,
    Optional<Delta> deltaPrevious,
    Optional<Delta> deltaPreviousYear,
    Coverage coverage) {}
