package io.retainer.connector.search;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Fields;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How finely the chart of the report was parted: by day, or since December 2025 by week or month
 * ({@code 2025-12-14 - 2025-12-20} under "Date Range"), where the first and last one are as short
 * as the days of the export make them.
 */
record Granularity(Grain grain) {

  static final Granularity BY_DAY = new Granularity(Grain.DAY);
  private static final int DAYS_OF_A_WEEK = 7;

  /** A time of day that is not the midnight a spreadsheet adds to a day. */
  private static final Pattern HOUR = Pattern.compile(".*[T ](?!0?0:00)\\d{1,2}:\\d{2}.*");

  static Granularity of(ResultSheet dates) throws IOException {
    long[] longest = {0};
    dates
        .table()
        .eachRow(
            row -> {
              String cell = row.cell(dates.keyIndex()).strip();
              if (DateText.parse(cell, null) == null) {
                Dates.span(cell).ifPresent(span -> longest[0] = Math.max(longest[0], span.days()));
              }
            });
    if (longest[0] == 0) {
      return BY_DAY;
    }
    return new Granularity(longest[0] <= DAYS_OF_A_WEEK ? Grain.WEEK : Grain.MONTH);
  }

  /** {@code 2026-07-10T14:00:00} under "Time (UTC+01:00)": the last 24 hours, hour by hour. */
  static boolean isByHour(ResultSheet dates) throws IOException {
    boolean[] some = {false};
    dates.table().eachRow(row -> some[0] |= HOUR.matcher(row.cell(dates.keyIndex())).matches());
    return some[0];
  }

  boolean isByDay() {
    return grain == Grain.DAY;
  }

  /**
   * @return null when the cell says no days; unsound when it cannot be read as a day
   */
  DateSpan span(Fields fields, int column) {
    if (isByDay()) {
      LocalDate day = fields.day(column);
      return day == null ? null : DateSpan.ofDay(day);
    }
    Optional<DateSpan> span = Dates.span(fields.row().cell(column).strip());
    return span.orElse(null);
  }

  String expected() {
    return isByDay() ? "a day like 2026-01-31" : "days like 2026-01-04 - 2026-01-10";
  }
}
