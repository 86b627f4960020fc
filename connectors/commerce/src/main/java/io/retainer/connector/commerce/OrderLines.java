package io.retainer.connector.commerce;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** What the lines of one order say together. */
final class OrderLines {

  boolean hasTotal;
  private long items;
  private boolean isComplete = true;
  private BigDecimal total;
  private LocalDateTime orderedAt;

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

  void written(BigDecimal total, LocalDateTime orderedAt) {
    this.total = total;
    this.orderedAt = orderedAt;
  }

  boolean isWritten() {
    return total != null;
  }

  boolean isSame(BigDecimal total, LocalDateTime orderedAt) {
    return this.total.compareTo(total) == 0 && this.orderedAt.equals(orderedAt);
  }
}
