package io.retainer.app.schedules;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Public holidays by place: a country (FI) or a part of one (DE-BY, GB-SCT). They are Jollyday's;
 * Belarus and Russia have calendars of our own, as Jollyday's differ from the law there, and the
 * United States has a federal holiday more. What is decreed from year to year is known as far as it
 * was decreed by now, see {@link DecreedDays}; a home says the rest in a file of its own.
 */
public final class Holidays {

  /** Jollyday has stock exchanges too, which are no places. */
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** Whose holidays are meant by a country whose parts differ: those of most of its people. */
  private static final Map<String, String> USUAL_PARTS = Map.of("GB", "GB-ENG");

  /** What people call the United Kingdom, whose code is GB. */
  private static final Pattern UNITED_KINGDOM = Pattern.compile("^UK(?=-|$)");

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
   * @param written a place; UK is GB, also in what is made of it
   * @throws IllegalArgumentException when nothing is known of the place
   */
  WorkDays workDays(String written) {
    String place = UNITED_KINGDOM.matcher(written).replaceFirst("GB");
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

  /** What the home says of a day comes before what is known of it. */
  private static Known read(String place, DecreedDays decreed) {
    String[] parts = USUAL_PARTS.getOrDefault(place, place).toLowerCase(Locale.ROOT).split("-");
    HolidayManager manager = manager(place, parts);
    Map<LocalDate, Boolean> said = new HashMap<>(DecreedDays.known(place));
    said.putAll(decreed.isWorkedOn());
    return new Known(
        decreed,
        new WorkDays(Optional.of(place), year -> holidays(manager, place, year, parts), said));
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
          "The public holidays of \"%s\" are not known; write a country, like FI, or a part of one, like DE-BY. Known are: %s"
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

  /** With those of the next year: New Year on a Saturday is off on the Friday before it. */
  private static Set<LocalDate> holidays(
      HolidayManager manager, String place, Year year, String[] parts) {
    String[] part = parts.length > 1 ? new String[] {parts[1]} : new String[0];
    List<HolidayManager> managers =
        Stream.concat(Stream.of(manager), beside(place).stream()).toList();
    return withOwnClasses(
        () ->
            managers.stream()
                .flatMap(
                    each ->
                        Stream.of(year, year.plusYears(1))
                            .map(one -> each.getHolidays(one, HolidayType.PUBLIC_HOLIDAY, part)))
                .flatMap(Set::stream)
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet()));
  }

  /** What the library leaves out. */
  private static Optional<HolidayManager> beside(String place) {
    return Optional.ofNullable(
            Holidays.class.getResource("beside_" + place.toLowerCase(Locale.ROOT) + ".xml"))
        .map(
            file ->
                withOwnClasses(() -> HolidayManager.getInstance(ManagerParameters.create(file))));
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
