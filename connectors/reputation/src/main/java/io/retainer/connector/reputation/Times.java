package io.retainer.connector.reputation;

import io.retainer.toolkit.Fields;
import java.time.LocalDateTime;
import java.util.Locale;

/** Moments on the client's clock, also those of a column whose heading says UTC. */
final class Times {

  private Times() {}

  static LocalDateTime of(Fields fields, String key) {
    return isUtc(fields.columns().heading(key)) ? fields.utcTime(key) : fields.time(key);
  }

  private static boolean isUtc(String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    return lower.endsWith("(utc)") || lower.endsWith("[utc]") || lower.endsWith("_utc");
  }
}
