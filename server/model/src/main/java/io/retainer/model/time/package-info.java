/**
 * Periods: calendar months, quarters, ISO weeks, years and plain spans of days, with the two
 * periods that a report compares them with.
 */
package io.retainer.model.time;
