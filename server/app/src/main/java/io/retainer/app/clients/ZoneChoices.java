package io.retainer.app.clients;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The time zones that a client may be in. */
public final class ZoneChoices {

  /** Others are former names of these, or clocks that no place goes by. */
  private static final Set<String> REGIONS =
      Set.of(
          "Africa",
          "America",
          "Antarctica",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");

  private ZoneChoices() {}

  /**
   * A zone as a list that is searched while one types has it.
   *
   * @param id like {@code Europe/Helsinki}
   * @param label how far from UTC its clocks are now, and its name: {@code UTC+02:00 · Eastern
   *     European Time}
   */
  public record Choice(String id, String label) {}

  static List<Choice> in(Locale language, Instant now) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> REGIONS.contains(id.replaceFirst("/.*", "")))
        .sorted()
        .map(id -> new Choice(id, label(ZoneId.of(id), language, now)))
        .toList();
  }

  private static String label(ZoneId zone, Locale language, Instant now) {
    String offset = zone.getRules().getOffset(now).getId().replace("Z", "");
    return "UTC" + offset + " · " + zone.getDisplayName(TextStyle.FULL, language);
  }
}
