package io.retainer.warehouse;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.LocalDate;

/** Gathered rows of a table on their way into a series, under the id of their import. */
record Arriving(IntakeTable table, Touched series, long batch) {

  /** Whether all rows give way that lie in the days the table speaks of. */
  boolean isOfSpan() {
    return !table.isKeyed() && table.header().grain() != Grain.PERIOD;
  }

  /** Those days; one long ago where it speaks of none. */
  DateSpan span() {
    return table.spoken().orElse(DateSpan.ofDay(LocalDate.EPOCH));
  }
}
