package io.retainer.connector.email;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Moment;
import java.util.Optional;

/** Days written as a day, or as the first and the last: {@code May 01 2025 - May 31 2025}. */
final class Spans {

  private static final String BETWEEN = "\\s+(?:-|–|—|to)\\s+";
  private static final int WEEK = 7;

  private Spans() {}

  static Optional<DateSpan> of(String cell) {
    String[] days = cell.strip().split(BETWEEN, 2);
    Moment first = DateText.parse(days[0], null);
    Moment last = days.length == 1 ? first : DateText.parse(days[1], null);
    return first == null || last == null || last.date().isBefore(first.date())
        ? Optional.empty()
        : Optional.of(DateSpan.ofDays(first.date(), last.date()));
  }

  static Grain grain(DateSpan span) {
    if (Dates.isMonth(span)) {
      return Grain.MONTH;
    }
    return span.days() == 1 ? Grain.DAY : span.days() == WEEK ? Grain.WEEK : Grain.PERIOD;
  }
}
