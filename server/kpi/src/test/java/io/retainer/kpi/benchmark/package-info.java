/**
 * What a report's KPIs cost: planned together, asked one by one, and written by hand. Enter at
 * {@link io.retainer.kpi.benchmark.ReportBenchmark}.
 */
package io.retainer.kpi.benchmark;
