package io.retainer.warehouse;

import java.math.BigDecimal;
import java.util.List;

/**
 * Some rows of a {@link SharedScan}, added up.
 *
 * @param family which of the scan's families they were added up for
 * @param from the piece of the timeline in which they begin
 * @param to the piece in which they end
 * @param edges {@link #WHOLE} when they begin and end as their pieces do
 * @param currency empty when none is stated or nobody has to know
 * @param masks which conditions hold
 * @param sums by the scan's bases; null where no row has the value
 */
record Added(
    int family,
    long series,
    int from,
    int to,
    int edges,
    String currency,
    List<String> group,
    long[] masks,
    long rows,
    BigDecimal[] sums) {

  static final int WHOLE = 3;

  boolean matches(long[] demanded) {
    for (int i = 0; i < demanded.length; i++) {
      if ((masks[i] & demanded[i]) != demanded[i]) {
        return false;
      }
    }
    return true;
  }
}
