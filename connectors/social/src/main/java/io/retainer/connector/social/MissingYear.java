package io.retainer.connector.social;

import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.DatesInName;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives days their year back. The platform leaves it out, so it must come from the period the user
 * named or from dates in the file's name; without either there is none, and it is not guessed.
 *
 * @param span the only days the file can be about, never more than a year of them
 */
record MissingYear(DateSpan span) {

  private static final Pattern YEAR_IN_NAME = Pattern.compile("(?<!\\d)(20\\d\\d)(?!\\d)");

  /** From the settings, else from the name: two dates are a period, one is the day of export. */
  static Optional<MissingYear> from(ReadSettings settings, String fileName) {
    return settings
        .period()
        .or(() -> ofName(fileName))
        .filter(MissingYear::isUnique)
        .map(MissingYear::new);
  }

  private static boolean isUnique(DateSpan span) {
    return !span.start().plusYears(1).isBefore(span.end());
  }

  private static Optional<DateSpan> ofName(String name) {
    List<LocalDate> dates = DatesInName.of(name);
    if (dates.size() == 1) {
      LocalDate exported = dates.get(0);
      return Optional.of(new DateSpan(exported.minusYears(1).plusDays(1), exported.plusDays(1)));
    }
    if (dates.size() > 1 && !dates.get(1).isBefore(dates.get(0))) {
      return Optional.of(DateSpan.ofDays(dates.get(0), dates.get(1)));
    }
    Matcher year = YEAR_IN_NAME.matcher(name);
    return dates.isEmpty() && year.find()
        ? Optional.of(year(Integer.parseInt(year.group(1))))
        : Optional.empty();
  }

  private static DateSpan year(int year) {
    return new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  /** The day in the span, if it has one. */
  Optional<LocalDate> dayOf(MonthDay day) {
    for (int year = span.start().getYear(); year <= span.lastDay().getYear(); year++) {
      if (day.isValidYear(year) && span.contains(day.atYear(year))) {
        return Optional.of(day.atYear(year));
      }
    }
    return Optional.empty();
  }
}
