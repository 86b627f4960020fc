package io.retainer.app.shell;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * Moments as people read them: in the zone where they matter, with its short name. What is a
 * client's is in the client's zone, what is the agency's in UTC.
 */
public final class Moments {

  /** Short names are in English, as they are known: others fall back to numbers anyway. */
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

  private Moments() {}

  /** {@code 27 Nov 2026, 08:00 EET}. */
  public static String of(Locale locale, Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .format(instant.atZone(zone))
        + " "
        + name(instant, zone);
  }

  private static String name(Instant instant, ZoneId zone) {
    return zone.getRules().isFixedOffset() && zone.getRules().getOffset(instant) == ZoneOffset.UTC
        ? "UTC"
        : ZONE.format(instant.atZone(zone));
  }
}
