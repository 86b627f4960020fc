package io.retainer.connector.social;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What the id of a video says: its upper half is the second when it was uploaded. A day without a
 * year has its year from it, if the two are about the same day.
 */
final class TikTokIds {

  /** A video may be published some days after it was uploaded; the app schedules thirty ahead. */
  private static final int LONGEST_WAIT = 31;

  private static final LocalDate FIRST_VIDEOS = LocalDate.of(2016, 1, 1);

  private TikTokIds() {}

  static Optional<LocalDate> dayOf(String id, MonthDay day) {
    LocalDate uploaded = uploaded(id);
    if (uploaded == null || uploaded.isBefore(FIRST_VIDEOS)) {
      return Optional.empty();
    }
    for (int year = uploaded.getYear(); year <= uploaded.getYear() + 1; year++) {
      LocalDate published = day.isValidYear(year) ? day.atYear(year) : null;
      if (published != null
          && !published.isBefore(uploaded.minusDays(1))
          && !published.isAfter(uploaded.plusDays(LONGEST_WAIT))) {
        return Optional.of(published);
      }
    }
    return Optional.empty();
  }

  private static LocalDate uploaded(String id) {
    try {
      return Instant.ofEpochSecond(Long.parseUnsignedLong(id) >>> 32)
          .atOffset(ZoneOffset.UTC)
          .toLocalDate();
    } catch (NumberFormatException | DateTimeException noId) {
      return null;
    }
  }
}
