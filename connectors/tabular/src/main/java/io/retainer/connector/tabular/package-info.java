/**
 * Any table, described by a mapping that an analyst writes: which columns there are, what each line
 * is, which lines make one row, and what goes into the canonical dataset.
 *
 * <p>Enter at {@link io.retainer.connector.tabular.Tabular}; the format is shown by {@code
 * online-retail.yaml} beside it and told in the README of the connectors. Promises: every mistake
 * in a mapping is reported with its line and column, all at once; sums are exact; memory holds one
 * row for each group, never the lines.
 */
package io.retainer.connector.tabular;
