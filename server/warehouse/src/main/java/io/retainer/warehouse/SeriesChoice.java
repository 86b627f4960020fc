package io.retainer.warehouse;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which one of an account's series answers for a period. Platforms export the same clicks by day,
 * by page and by country, so rows of two series are never added.
 *
 * @param covered the days of the period that the series knows about
 */
record SeriesChoice(Series series, DateSpan period, Days covered) {

  /** Everything, or most; then all rows rather than the first thousand; then few dimensions. */
  static Optional<SeriesChoice> best(List<Series> ofAccount, Need need, DateSpan period) {
    return ofAccount.stream()
        .filter(series -> answers(series, need, period))
        .map(series -> new SeriesChoice(series, period, covered(series, need, period)))
        .filter(choice -> !choice.covered.isEmpty())
        .max(
            Comparator.<SeriesChoice>comparingLong(choice -> choice.covered.count())
                .thenComparing(choice -> need.distinct().isEmpty() || choice.isOneRow(need))
                .thenComparing(SeriesChoice::isComplete)
                .thenComparing(choice -> -choice.furtherDimensions(need))
                .thenComparing(choice -> choice.series.lastBatch())
                .thenComparing(choice -> choice.series.id()));
  }

  static boolean answers(Series series, Need need, DateSpan period) {
    return series.columnsIn(period).containsAll(need.required()) && splits(series, need);
  }

  private static boolean splits(Series series, Need need) {
    return need.bucket().isEmpty()
        || series.isEvents()
        || series.grain() == Grain.DAY
        || series.grain() == Grain.SNAPSHOT
        || series.grain() == need.bucket().get();
  }

  private static Days covered(Series series, Need need, DateSpan period) {
    Days known = known(series, period);
    if (known.isEmpty()) {
      return known;
    }
    if (series.grain() == Grain.SNAPSHOT && !series.keyed()) {
      return need.bucket().isPresent() ? known : Days.of(List.of(period));
    }
    if (need.levelsOnly() && need.bucket().isEmpty() && !series.isEvents()) {
      // A level at the end needs its last day and none of those before; who measures once a week
      // has nothing to say of the days until the next time.
      LocalDate last = known.spans().get(known.spans().size() - 1).end();
      LocalDate until = last.plusDays(series.usualSilence(period.end()));
      return Days.of(List.of(new DateSpan(period.start(), until))).within(period);
    }
    return known;
  }

  /** Days of the period about which the series says something. */
  static Days known(Series series, DateSpan period) {
    if (series.isEvents()) {
      return events(series, period);
    }
    if (series.grain() == Grain.PERIOD) {
      boolean isThere = series.within(period).stream().anyMatch(rows -> rows.span().equals(period));
      return isThere ? Days.of(List.of(period)) : Days.NONE;
    }
    return Days.of(series.within(period).stream().map(Series.Presence::span).distinct().toList());
  }

  private static Days events(Series series, DateSpan period) {
    List<DateSpan> reported = new ArrayList<>();
    List<DateSpan> tolerated = new ArrayList<>();
    for (Series.Table table : series.tables()) {
      table
          .span()
          .ifPresent(
              span -> {
                reported.add(span);
                tolerated.add(
                    new DateSpan(
                        span.start().minusDays(table.silence()),
                        span.end().plusDays(table.silence())));
              });
    }
    // Silence counts as known only beside something that was reported.
    return reported.stream().anyMatch(period::overlaps)
        ? Days.of(tolerated).within(period)
        : Days.NONE;
  }

  /** All days about which the series says something. */
  static Days spans(Series series) {
    if (series.isEvents()) {
      return Days.of(series.tables().stream().flatMap(table -> table.span().stream()).toList());
    }
    return Days.of(series.presence().stream().map(Series.Presence::span).distinct().toList());
  }

  /** Whether one row answers for the whole period, as distinct counts need it. */
  private boolean isOneRow(Need need) {
    return furtherDimensions(need) == 0
        && (series.isEvents()
            || series.within(period).stream().anyMatch(rows -> rows.span().equals(period)));
  }

  private int furtherDimensions(Need need) {
    Set<String> further = new HashSet<>(series.cut());
    further.removeAll(need.fixed());
    return further.size();
  }

  boolean isComplete() {
    Set<Long> used = batches();
    return series.tables().stream()
        .filter(table -> used.contains(table.batch()))
        .allMatch(Series.Table::complete);
  }

  /** Rows must be about exactly the period, not only lie in it. */
  boolean isExact() {
    return series.grain() == Grain.PERIOD && !series.keyed();
  }

  /** The batches that the answer rests on, whether they brought rows or silence. */
  Set<Long> batches() {
    Set<Long> used = new HashSet<>();
    present().forEach(rows -> used.add(rows.batch()));
    if (used.isEmpty()) {
      series.tables().stream()
          .filter(table -> table.span().filter(period::overlaps).isPresent())
          .forEach(table -> used.add(table.batch()));
    }
    return used;
  }

  List<Series.Presence> present() {
    List<Series.Presence> within = series.within(period);
    return isExact() ? within.stream().filter(rows -> rows.span().equals(period)).toList() : within;
  }
}
