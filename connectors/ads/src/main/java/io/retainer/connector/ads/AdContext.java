package io.retainer.connector.ads;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.DateOrder;
import java.util.List;
import java.util.Optional;

/**
 * What a platform knows of a table besides its rows.
 *
 * @param title the table's own name
 * @param period the days it is about
 * @param currency of its amounts
 * @param vatIncluded whether amounts include value added tax
 * @param order of day and month where the platform writes the same for every account
 * @param goals columns of conversions by goal, to be added
 * @param days what the column of days holds
 * @param micros amounts are in millionths
 */
record AdContext(
    String title,
    Optional<DateSpan> period,
    Optional<String> currency,
    Optional<Boolean> vatIncluded,
    Optional<DateOrder> order,
    List<Integer> goals,
    Days days,
    boolean micros) {

  /** What a date in the column of days stands for. */
  enum Days {
    DAY,
    /** The first day of a week. */
    WEEK,
    /** The first day of a month. */
    MONTH,
    /** Nothing but the beginning of the report. */
    REPORT
  }

  AdContext {
    goals = List.copyOf(goals);
  }

  static AdContext of(String title) {
    return new AdContext(
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Days.DAY,
        false);
  }

  AdContext about(Optional<DateSpan> span) {
    return new AdContext(title, span, currency, vatIncluded, order, goals, days, micros);
  }

  AdContext in(Optional<String> code) {
    return new AdContext(title, period, code, vatIncluded, order, goals, days, micros);
  }

  AdContext withVat(Optional<Boolean> included) {
    return new AdContext(title, period, currency, included, order, goals, days, micros);
  }

  AdContext ordinarily(DateOrder dates) {
    return new AdContext(
        title, period, currency, vatIncluded, Optional.of(dates), goals, days, micros);
  }

  AdContext withGoals(List<Integer> columns) {
    return new AdContext(title, period, currency, vatIncluded, order, columns, days, micros);
  }

  AdContext withDays(Days are) {
    return new AdContext(title, period, currency, vatIncluded, order, goals, are, micros);
  }

  AdContext inMicros(boolean are) {
    return new AdContext(title, period, currency, vatIncluded, order, goals, days, are);
  }
}
