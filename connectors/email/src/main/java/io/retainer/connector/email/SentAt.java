package io.retainer.connector.email;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Moment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** When a campaign was sent: in one column, or the day in one and the time of day in another. */
final class SentAt {

  /** {@code sent_at} holds the time of day alone where there is a {@code sent_on}. */
  static final List<String> KEYS = List.of("sent_on", "sent_at");

  private static final String ANY_DAY = "2000-01-01 ";

  private final Columns columns;

  SentAt(Columns columns) {
    this.columns = columns;
  }

  /** The key of the column with the day. */
  String key() {
    return columns.has("sent_on") ? "sent_on" : "sent_at";
  }

  boolean isBlank(Fields fields) {
    return fields.isBlank(key());
  }

  LocalDateTime of(Fields fields) {
    if (!columns.has("sent_on")) {
      return fields.time("sent_at");
    }
    LocalDate day = fields.day("sent_on");
    if (day == null || !columns.has("sent_at") || fields.isBlank("sent_at")) {
      return day == null ? null : day.atStartOfDay();
    }
    Moment time = DateText.parse(ANY_DAY + fields.text("sent_at"), null);
    return time == null || time.time() == null
        ? fields.refuse(
            columns.index("sent_at"), "a time of day like 18:30 or 06:30 PM", "Correct the cell.")
        : LocalDateTime.of(day, time.time());
  }
}
