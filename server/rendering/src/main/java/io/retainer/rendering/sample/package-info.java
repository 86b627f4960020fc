/**
 * What a report looks like before there is a client for it: figures invented from a template's
 * {@code sample.yaml}, the same on every run.
 *
 * <p>Enter through {@link io.retainer.rendering.sample.SampleReport}. A figure follows from its KPI
 * and the date alone, so trends, comparisons and totals fit together as they do in a real report.
 */
package io.retainer.rendering.sample;
