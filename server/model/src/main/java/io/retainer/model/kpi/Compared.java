package io.retainer.model.kpi;

import io.retainer.model.time.Base;
import java.util.Optional;

/**
 * A KPI beside its value over other days.
 *
 * @param now over those days of the period that are compared; the figure's own value unless the
 *     period is still running
 * @param value over the days compared with
 * @param delta absent when there is nothing to compare
 * @param perDay the same change per day, of what adds up over days that differ in number
 */
public record Compared(
    Base base, KpiValue now, KpiValue value, Optional<Delta> delta, Optional<Delta> perDay) {}
