package io.retainer.warehouse;

import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows in force that may be looked at together: of one layout of one account. Rows of two layouts
 * are about the same clicks and never stand in one list.
 *
 * @param id within the client and dataset
 * @param source connector id
 * @param cut dimensions by which the source broke the numbers down
 * @param columns those of the dataset that the rows carry
 * @param span from the first day with a row to the last
 * @param rows how many are in force
 * @param batches imports that rows in force came with, the latest first
 */
public record DataTable(
    String id,
    Dataset dataset,
    String source,
    String account,
    Set<String> cut,
    Grain grain,
    List<Column> columns,
    DateSpan span,
    long rows,
    List<String> batches) {

  public DataTable {
    cut = Set.copyOf(cut);
    columns = List.copyOf(columns);
    batches = List.copyOf(batches);
  }

  /** Empty when nothing of the series is in force. */
  static Optional<DataTable> of(Dataset dataset, Series series) {
    List<Series.Presence> there = series.presence();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = there.get(0).span().start();
    LocalDate end =
        there.stream().map(each -> each.span().end()).max(LocalDate::compareTo).orElseThrow();
    var span = new DateSpan(first, end);
    Set<String> carried = new TreeSet<>(series.columnsIn(span));
    Set<Long> batches = new TreeSet<>(Comparator.reverseOrder());
    there.forEach(each -> batches.add(each.batch()));
    return Optional.of(
        new DataTable(
            Long.toString(series.id()),
            dataset,
            series.source(),
            series.account(),
            series.cut(),
            series.grain(),
            dataset.columns().stream().filter(each -> carried.contains(each.name())).toList(),
            span,
            there.stream().mapToLong(Series.Presence::rows).sum(),
            batches.stream().map(each -> Long.toString(each)).toList()));
  }
}
