package io.retainer.connector.reputation;

import io.retainer.spi.DateSpan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first and the last day in a file's name: {@code … - 2025-10-1 - 2025-10-31 - ….csv}. */
final class NamedDays {

  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)(20\\d\\d)[-_.](\\d{1,2})[-_.](\\d{1,2})(?!\\d)");

  private NamedDays() {}

  /** Empty unless the name has two days in their order. */
  static Optional<DateSpan> of(String name) {
    List<LocalDate> days = new ArrayList<>();
    Matcher matcher = DAY.matcher(name);
    while (matcher.find()) {
      try {
        days.add(
            LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))));
      } catch (DateTimeException otherNumber) {
        // Digits that are no day.
      }
    }
    return days.size() == 2 && !days.get(1).isBefore(days.get(0))
        ? Optional.of(DateSpan.ofDays(days.get(0), days.get(1)))
        : Optional.empty();
  }
}
