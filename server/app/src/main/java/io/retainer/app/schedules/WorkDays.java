package io.retainer.app.schedules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Which days are worked on: Mondays to Fridays without the holidays of a place. */
final class WorkDays {

  /** Mondays to Fridays, whatever is celebrated. */
  static final WorkDays WITHOUT_HOLIDAYS =
      new WorkDays(Optional.empty(), year -> Set.of(), Map.of());

  private final Optional<String> place;
  private final Function<Year, Set<LocalDate>> holidays;
  private final Map<LocalDate, Boolean> exceptions;
  private final Map<Year, Set<LocalDate>> known = new ConcurrentHashMap<>();

  /**
   * @param place whose holidays they are, like FI or DE-BY; empty for none's
   * @param exceptions days of which somebody said whether they are worked on
   */
  WorkDays(
      Optional<String> place,
      Function<Year, Set<LocalDate>> holidays,
      Map<LocalDate, Boolean> exceptions) {
    this.place = place;
    this.holidays = holidays;
    this.exceptions = Map.copyOf(exceptions);
  }

  Optional<String> place() {
    return place;
  }

  boolean has(LocalDate date) {
    Boolean said = exceptions.get(date);
    return said == null ? !isWeekend(date) && !isHoliday(date) : said;
  }

  private boolean isHoliday(LocalDate date) {
    return known.computeIfAbsent(Year.from(date), holidays).contains(date);
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
