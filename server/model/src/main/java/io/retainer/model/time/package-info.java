/**
 * Periods: calendar months, quarters, ISO weeks, years and plain spans of days, and what they are
 * compared with: {@link io.retainer.model.time.Comparison} is the one place that knows.
 */
package io.retainer.model.time;
