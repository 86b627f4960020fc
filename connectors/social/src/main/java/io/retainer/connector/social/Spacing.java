package io.retainer.connector.social;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Moment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whether the dates of a table are days or the first days of weeks or months: platforms let their
 * users choose, and the table does not say what they chose.
 */
enum Spacing {
  DAYS(Grain.DAY),
  WEEKS(Grain.WEEK),
  MONTHS(Grain.MONTH);

  private final Grain grain;

  Spacing(Grain grain) {
    this.grain = grain;
  }

  /** Days, unless all dates together can only be the beginnings of weeks or of months. */
  static Spacing of(Collection<LocalDate> dates) {
    var sorted = new TreeSet<>(dates);
    if (sorted.size() < 3) {
      return DAYS;
    }
    boolean weeks = true;
    boolean months = true;
    LocalDate before = null;
    for (LocalDate date : sorted) {
      weeks &= before == null || ChronoUnit.DAYS.between(before, date) % 7 == 0;
      months &= date.getDayOfMonth() == 1;
      before = date;
    }
    return months ? MONTHS : weeks ? WEEKS : DAYS;
  }

  /**
   * The order of day and month that makes days on end of dates that read both ways: {@code
   * 01-10-2026, 02-10-2026, 03-10-2026}. Empty when both orders do, or neither.
   */
  static Optional<DateOrder> orderOfDaysOnEnd(Collection<String> cells) {
    List<DateOrder> orders =
        Stream.of(DateOrder.values()).filter(order -> areDaysOnEnd(cells, order)).toList();
    return orders.size() == 1 ? Optional.of(orders.get(0)) : Optional.empty();
  }

  private static boolean areDaysOnEnd(Collection<String> cells, DateOrder order) {
    var days = new TreeSet<LocalDate>();
    for (String cell : cells) {
      Moment moment = DateText.parse(cell, order);
      if (moment != null) {
        days.add(moment.date());
      }
    }
    return days.size() >= 3
        && days.size() + 1 >= cells.size()
        && ChronoUnit.DAYS.between(days.first(), days.last()) == days.size() - 1;
  }

  Grain grain() {
    return grain;
  }

  DateSpan from(LocalDate first) {
    return switch (this) {
      case DAYS -> DateSpan.ofDay(first);
      case WEEKS -> new DateSpan(first, first.plusWeeks(1));
      case MONTHS -> new DateSpan(first, first.plusMonths(1));
    };
  }
}
