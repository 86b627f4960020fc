package io.retainer.warehouse;

/** Gathered rows of a table on their way into a series, under the id of their import. */
record Arriving(IntakeTable table, Touched series, long batch) {}
