package io.retainer.connector.commerce;

import io.retainer.toolkit.Row;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;

/**
 * What the lines of one order say together. A file may have a million orders, and all of them wait
 * for lines that come later: there is no word here that nobody asks for any more.
 */
final class OrderLines {

  boolean hasTotal;
  private boolean isComplete = true;
  private int written;
  private long items;
  private boolean hasRow;
  private int firstRow;
  private Set<Integer> furtherRows = Set.of();
  private BigDecimal total;
  private KnownOrder order;

  /** Whether no row like this came before: two exports put together repeat each other's. */
  boolean isNew(Row row) {
    int text = row.text().hashCode();
    if (!hasRow) {
      hasRow = true;
      firstRow = text;
      return true;
    }
    if (furtherRows.isEmpty()) {
      furtherRows = new HashSet<>();
    }
    return text != firstRow && furtherRows.add(text);
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

  void written(KnownOrder order, BigDecimal total) {
    this.order = order;
    this.total = total;
  }

  boolean isWritten() {
    return order != null;
  }

  boolean isSame(BigDecimal total, LocalDateTime orderedAt) {
    boolean isSameTotal =
        this.total == null || total == null
            ? this.total == total
            : this.total.compareTo(total) == 0;
    return isSameTotal && order.orderedAt().equals(orderedAt);
  }

  /** The order as it was written; null when it was rejected. */
  KnownOrder order() {
    return order;
  }

  /** The place of the next line in its order, from 1. */
  int nextLine() {
    return ++written;
  }
}
