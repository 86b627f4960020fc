package io.retainer.workspace.composing;

import java.time.Instant;

/**
 * A client's version of a report as it was saved.
 *
 * @param number from 1; the greatest is the one in force
 * @param by who saved it; empty for what had been put there by hand
 * @param text of the {@code override.yaml}; empty for the agency's as it is
 */
public record ReportVersion(int number, Instant at, String by, String text) {}
