package io.retainer.warehouse;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** On which days something is reported, when it is not on all of them. */
final class Rhythm {

  private static final int LONGEST_TOLERATED_SILENCE = 31;

  private Rhythm() {}

  /**
   * A run of days without a row that is nothing unusual: nine of ten are no longer. A shop that is
   * closed for Christmas is not silent for as long in any other week.
   *
   * @param days all different, in their order
   */
  static int silence(List<LocalDate> days) {
    long[] runs =
        IntStream.range(1, days.size())
            .mapToLong(i -> ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)) - 1)
            .sorted()
            .toArray();
    long usual = runs.length == 0 ? 0 : runs[(runs.length * 9 + 9) / 10 - 1];
    return (int) Math.min(usual, LONGEST_TOLERATED_SILENCE);
  }
}
