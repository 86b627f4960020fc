/**
 * Mappings: texts in which an analyst says which columns a table has, what each line is, which
 * lines make one row, and what goes into the canonical dataset.
 *
 * <p>Enter at {@link io.retainer.mapping.MappingReader}, which reads such a text, and {@link
 * io.retainer.mapping.MappedTable}, which reads tables by it. Promises: every mistake in a mapping
 * is reported with its line and column, all at once; sums are exact; memory holds one row for each
 * group, never the lines. Carried by the connectors for tables and for streams.
 */
package io.retainer.mapping;
