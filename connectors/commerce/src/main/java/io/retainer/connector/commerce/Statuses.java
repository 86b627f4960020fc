package io.retainer.connector.commerce;

import io.retainer.toolkit.Headings;

/** What the states of orders mean, in the shops' words and languages. */
final class Statuses {

  private static final Headings NAMES = Headings.load(Statuses.class, "order-statuses.txt");

  private Statuses() {}

  /** The order is cancelled, failed, or was never paid for. */
  static boolean isNoSale(String status) {
    return status != null && NAMES.matches("no-sale", plain(status));
  }

  static boolean isRefunded(String status) {
    return status != null && NAMES.matches("refunded", plain(status));
  }

  /** WooCommerce writes {@code wc-completed} inside. */
  private static String plain(String status) {
    return status.startsWith("wc-") ? status.substring(3) : status;
  }
}
