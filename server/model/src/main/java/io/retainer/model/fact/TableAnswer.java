package io.retainer.model.fact;

import java.math.BigDecimal;
import java.util.List;

/**
 * @param rows numbers in the order that the {@link TableAsk} names them, sorted; a month is told by
 *     its number since the year 0
 * @param coverage what the rows rest on
 */
public record TableAnswer(List<List<BigDecimal>> rows, Coverage coverage) {

  public TableAnswer {
    rows = rows.stream().map(List::copyOf).toList();
  }
}
