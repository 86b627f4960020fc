package io.retainer.toolkit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A date as a cell wrote it.
 *
 * @param time null when the cell has none
 * @param offset null when the cell has none: then it is on the clock of the source
 */
public record Moment(LocalDate date, LocalTime time, ZoneOffset offset) {

  /** On the clock of a zone; a moment without an offset is taken to be on that clock already. */
  public LocalDateTime on(ZoneId zone) {
    LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    return offset == null
        ? local
        : local.atOffset(offset).atZoneSameInstant(zone).toLocalDateTime();
  }

  /** The same of a source whose clock is UTC; a day alone is of no clock. */
  Moment ofUtc() {
    return offset == null && time != null ? new Moment(date, time, ZoneOffset.UTC) : this;
  }

  public LocalDate dayIn(ZoneId zone) {
    return offset == null || time == null ? date : on(zone).toLocalDate();
  }
}
