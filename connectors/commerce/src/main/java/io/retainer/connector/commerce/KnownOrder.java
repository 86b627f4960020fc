package io.retainer.connector.commerce;

import java.time.LocalDateTime;

/** What a line of an order tells of it. */
record KnownOrder(
    String customerKey,
    String status,
    String channel,
    String country,
    String currency,
    LocalDateTime orderedAt) {

  boolean isCancelled() {
    return OrderRow.CANCELLED.equals(status);
  }
}
