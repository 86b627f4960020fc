/**
 * KPIs as values: a descriptor says what a KPI means, a {@link io.retainer.model.kpi.KpiValue} what
 * it is worth and how sure we are, a {@link io.retainer.model.kpi.KpiFigure} how that compares.
 */
package io.retainer.model.kpi;
