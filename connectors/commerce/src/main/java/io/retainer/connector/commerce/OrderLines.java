package io.retainer.connector.commerce;

import io.retainer.toolkit.Row;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;

/** What the lines of one order say together. */
final class OrderLines {

  boolean hasTotal;
  private long items;
  private boolean isComplete = true;
  private BigDecimal total;
  private LocalDateTime orderedAt;
  private OrderRow order;
  private int written;
  private final Set<Integer> rows = new HashSet<>(2);

  /** Whether no row like this came before: two exports put together repeat each other's. */
  boolean isNew(Row row) {
    return rows.add(row.text().hashCode());
  }

  void add(Long quantity, boolean isSound) {
    items += quantity == null ? 0 : quantity;
    isComplete &= isSound && quantity != null;
  }

  /**
   * @return null when a line does not say its quantity
   */
  Long items() {
    return isComplete ? items : null;
  }

  void written(OrderRow order, BigDecimal total, LocalDateTime orderedAt) {
    this.order = order;
    this.total = total;
    this.orderedAt = orderedAt;
  }

  boolean isWritten() {
    return order != null;
  }

  boolean isSame(BigDecimal total, LocalDateTime orderedAt) {
    boolean isSameTotal =
        this.total == null || total == null
            ? this.total == total
            : this.total.compareTo(total) == 0;
    return isSameTotal && this.orderedAt.equals(orderedAt);
  }

  /** The order as it was written; null when it was rejected. */
  OrderRow order() {
    return order;
  }

  /** The place of the next line in its order, from 1. */
  int nextLine() {
    return ++written;
  }
}
