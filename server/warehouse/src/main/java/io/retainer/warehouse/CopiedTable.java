package io.retainer.warehouse;

/**
 * A table of facts in another place.
 *
 * @param rows that arrived, each value as it was
 */
public record CopiedTable(String name, long rows) {}
