package io.retainer.model.report;

import io.retainer.model.kpi.Kpis;

/**
 * KPIs by the values of a dimension. The total is the KPI itself, recomputed, never a sum of rates.
 *
 * @param withBars whether the first column is also drawn
 */
public record BreakdownTable(Kpis.Breakdown breakdown, boolean withBars) {}
