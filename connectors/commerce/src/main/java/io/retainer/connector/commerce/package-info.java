/**
 * Shops: orders, refunds and the customers behind them, without a name or an address.
 *
 * <p>Enter at {@link io.retainer.connector.commerce.Shopify}, {@link
 * io.retainer.connector.commerce.Squarespace} and {@link
 * io.retainer.connector.commerce.WooCommerce}; all hand their table to {@link
 * io.retainer.connector.commerce.OrdersExport}. {@link io.retainer.connector.commerce.Etsy} has its
 * orders and their items in two files, {@link io.retainer.connector.commerce.Stripe} payments, a
 * line each. Promises: an order is counted once, however many lines it has and wherever they stand;
 * what identifies a person leaves this package only as a key.
 */
package io.retainer.connector.commerce;
