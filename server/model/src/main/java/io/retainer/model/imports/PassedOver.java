package io.retainer.model.imports;

/**
 * Lines of a file that its connector took for no data of any dataset, and why: totals and preambles
 * as well as rows that the client may have counted on.
 *
 * @param reason in the connector's words
 * @param lines how many there are
 * @param firstLine where the first one stands; 0 when it has no line
 */
public record PassedOver(String reason, long lines, long firstLine) {}
