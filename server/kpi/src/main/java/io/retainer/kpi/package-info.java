/**
 * KPI definitions: read from scripts, checked, and evaluated over facts.
 *
 * <p>Enter at {@link io.retainer.kpi.KpiLibrary} for the scripts, at {@link
 * io.retainer.kpi.KpiEngine} for the numbers, at {@link io.retainer.kpi.KpiScriptCheck} for the
 * examples.
 */
package io.retainer.kpi;
