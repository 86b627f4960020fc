package io.retainer.warehouse;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is there of one series: the rows of one table layout of one account.
 *
 * @param source connector id
 * @param cut dimensions by which the source broke the numbers down
 * @param columns columns the rows carry
 * @param complete false when the source left rows out of any of its tables
 * @param spans the days that are there, neighbouring days joined
 * @param rows number of rows in force
 * @param lastBatch the last import into it
 */
public record SeriesCoverage(
    String dataset,
    String source,
    String account,
    Set<String> cut,
    Set<String> columns,
    Grain grain,
    boolean complete,
    List<DateSpan> spans,
    long rows,
    String lastBatch,
    Instant lastImport) {

  public SeriesCoverage {
    cut = Set.copyOf(cut);
    columns = Set.copyOf(columns);
    spans = List.copyOf(spans);
  }
}
