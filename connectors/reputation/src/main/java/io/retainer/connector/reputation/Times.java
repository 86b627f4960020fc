package io.retainer.connector.reputation;

import io.retainer.toolkit.Fields;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/** Moments on the client's clock, also those of a column whose heading says UTC. */
record Times(ZoneId zone) {

  LocalDateTime of(Fields fields, String key) {
    LocalDateTime time = fields.time(key);
    return time != null && isUtc(fields.columns().heading(key))
        ? time.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime()
        : time;
  }

  private static boolean isUtc(String heading) {
    String lower = heading.toLowerCase(Locale.ROOT);
    return lower.endsWith("(utc)") || lower.endsWith("[utc]") || lower.endsWith("_utc");
  }
}
