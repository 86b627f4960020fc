/**
 * Any table, described by a {@linkplain io.retainer.mapping mapping} that an analyst writes, or one
 * that comes with the connector.
 *
 * <p>Enter at {@link io.retainer.connector.tabular.Tabular}; the format is shown by {@code
 * online-retail.yaml} beside it and told in the README of the connectors.
 */
package io.retainer.connector.tabular;
