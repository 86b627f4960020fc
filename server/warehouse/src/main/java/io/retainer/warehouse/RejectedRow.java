package io.retainer.warehouse;

import io.retainer.spi.ReadIssue;

/**
 * A row that was left out of an import.
 *
 * @param table title of the table it stood in
 * @param text the row as it stands in the file; empty where the file is not asked or not kept
 */
public record RejectedRow(String table, String text, ReadIssue issue) {}
