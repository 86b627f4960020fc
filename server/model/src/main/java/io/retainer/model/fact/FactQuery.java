package io.retainer.model.fact;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * @param where which rows count, for every measure
 * @param by dimensions to group by; empty for one total per period
 * @param perKey an inner grouping whose results the measures aggregate again
 * @param measures what to compute; names are unique
 * @param periods the spans to answer for, which may overlap
 * @param dated a column whose day a row is on, in the place of its own: deals by their closing
 * @param history columns that rows know from all rows of their key
 * @param bucket DAY, WEEK or MONTH: additionally split each period into a time series
 * @param zone on whose clocks moments were read: the client's
 */
public record FactQuery(
    ClientId client,
    Dataset dataset,
    Optional<Condition> where,
    List<String> by,
    Optional<PerKey> perKey,
    List<Measure> measures,
    List<DateSpan> periods,
    Optional<Grain> bucket,
    Optional<String> dated,
    Optional<History> history,
    ZoneId zone) {

  /** A query about rows on their own day that know nothing of each other. */
  public FactQuery(
      ClientId client,
      Dataset dataset,
      Optional<Condition> where,
      List<String> by,
      Optional<PerKey> perKey,
      List<Measure> measures,
      List<DateSpan> periods,
      Optional<Grain> bucket) {
    this(
        client,
        dataset,
        where,
        by,
        perKey,
        measures,
        periods,
        bucket,
        Optional.empty(),
        Optional.empty());
  }

  /** A query about moments whose clocks never change. */
  public FactQuery(
      ClientId client,
      Dataset dataset,
      Optional<Condition> where,
      List<String> by,
      Optional<PerKey> perKey,
      List<Measure> measures,
      List<DateSpan> periods,
      Optional<Grain> bucket,
      Optional<String> dated,
      Optional<History> history) {
    this(
        client,
        dataset,
        where,
        by,
        perKey,
        measures,
        periods,
        bucket,
        dated,
        history,
        ZoneOffset.UTC);
  }

  /** The same of a client in this zone. */
  public FactQuery in(ZoneId other) {
    return new FactQuery(
        client, dataset, where, by, perKey, measures, periods, bucket, dated, history, other);
  }

  public FactQuery {
    by = List.copyOf(by);
    measures = List.copyOf(measures);
    periods = List.copyOf(periods);
  }
}
