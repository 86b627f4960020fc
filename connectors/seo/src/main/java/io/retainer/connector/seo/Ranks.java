package io.retainer.connector.seo;

import io.retainer.toolkit.Fields;
import java.math.BigDecimal;

/** Positions as rank trackers write them. */
final class Ranks {

  /** How many results a tracker looks through before it says that a site is not there. */
  static final Long DEPTH = 100L;

  private Ranks() {}

  /**
   * @return null for a site that is not among the results
   */
  static BigDecimal position(Fields fields, int index) {
    Long position = fields.count(index);
    if (position != null && position == 0) {
      fields.refuse(index, "a position from 1, or - for none", "Correct the cell.");
    }
    return position == null ? null : BigDecimal.valueOf(position);
  }
}
