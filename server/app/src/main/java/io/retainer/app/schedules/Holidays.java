package io.retainer.app.schedules;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Public holidays by place: a country (FI) or a part of one (DE-BY, GB-SCT). They are Jollyday's;
 * Belarus and Russia have calendars of our own, as Jollyday's differ from the law there. What is
 * decreed from year to year a home says in a file of its own, see {@link DecreedDays}.
 */
public final class Holidays {

  /** Jollyday has stock exchanges too, which are no places. */
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Path folder;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /**
   * @param folder of the home's own files; need not exist
   */
  public Holidays(Path folder) {
    this.folder = folder;
  }

  /** What was made of a place, as long as its file stays as it is. */
  private record Known(DecreedDays decreed, WorkDays days) {}

  /** The countries there are, as ISO codes. */
  static List<String> countries() {
    return withOwnClasses(
        () ->
            HolidayManager.getSupportedCalendarCodes().stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(COUNTRIES::contains)
                .sorted()
                .toList());
  }

  /**
   * @throws IllegalArgumentException when nothing is known of the place
   */
  WorkDays workDays(String place) {
    Path file = folder.resolve(place + ".txt");
    return known
        .compute(
            place,
            (key, last) ->
                last != null && last.decreed().isOf(file)
                    ? last
                    : read(key, DecreedDays.read(file)))
        .days();
  }

  private static Known read(String place, DecreedDays decreed) {
    String[] parts = place.toLowerCase(Locale.ROOT).split("-");
    HolidayManager manager = manager(place, parts);
    return new Known(
        decreed,
        new WorkDays(
            Optional.of(place), year -> holidays(manager, year, parts), decreed.isWorkedOn()));
  }

  private static HolidayManager manager(String place, String[] parts) {
    HolidayManager manager =
        countries().contains(parts[0].toUpperCase(Locale.ROOT))
            ? withOwnClasses(() -> country(parts[0]))
            : null;
    if (manager == null
        || parts.length > 1
            && !manager.getCalendarHierarchy().getChildren().containsKey(parts[1])) {
      throw new IllegalArgumentException(
          ("The public holidays of \"%s\" are not known; write a country, like FI, or a part of"
                  + " one, like DE-BY. Known are: %s")
              .formatted(
                  place,
                  manager == null
                      ? String.join(", ", countries())
                      : manager.getCalendarHierarchy().getChildren().keySet().stream()
                          .map(part -> (parts[0] + "-" + part).toUpperCase(Locale.ROOT))
                          .sorted()
                          .collect(Collectors.joining(", "))));
    }
    return manager;
  }

  private static HolidayManager country(String code) {
    URL ours = Holidays.class.getResource("holidays_" + code + ".xml");
    return HolidayManager.getInstance(
        ours == null ? ManagerParameters.create(code) : ManagerParameters.create(ours));
  }

  private static Set<LocalDate> holidays(HolidayManager manager, Year year, String[] parts) {
    String[] part = parts.length > 1 ? new String[] {parts[1]} : new String[0];
    return withOwnClasses(() -> manager.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, part))
        .stream()
        .map(Holiday::getDate)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The library looks for its parts in the thread's class loader, which on the clock is another's.
   */
  private static <T> T withOwnClasses(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Holidays.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
