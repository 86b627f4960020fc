package io.retainer.model.imports;

import io.retainer.spi.DateSpan;

/**
 * Days of an account that an import has brought and another source had brought before it. As
 * nothing says that both are the same, their figures are added.
 *
 * @param source the other one
 * @param account as the other one writes it
 * @param days that both have, from the first to the last
 */
public record Doubled(String dataset, String source, String account, DateSpan days) {}
