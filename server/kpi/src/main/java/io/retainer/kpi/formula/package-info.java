/**
 * Formulas: what a KPI is computed from, and what the result means. Arithmetic that would mislead
 * (averages of averages, money plus counts, sums of distinct people) cannot be built here.
 *
 * <p>Enter at {@link io.retainer.kpi.formula.Meaning#combine}.
 */
package io.retainer.kpi.formula;
