package io.retainer.model.fact;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * @param where which rows count
 * @param dated a column whose day a row is on, in the place of its own
 * @param period what is answered for; rows before it count too
 * @param zone on whose clocks moments were read: the client's
 */
public record TableQuery(
    ClientId client,
    Dataset dataset,
    Optional<Condition> where,
    Optional<String> dated,
    TableAsk ask,
    DateSpan period,
    ZoneId zone) {

  /** A query about moments whose clocks never change. */
  public TableQuery(
      ClientId client,
      Dataset dataset,
      Optional<Condition> where,
      Optional<String> dated,
      TableAsk ask,
      DateSpan period) {
    this(client, dataset, where, dated, ask, period, ZoneOffset.UTC);
  }

  /** The rows it is about, as a question for one number of them. */
  public FactQuery rows() {
    Optional<RowValue> value = Optional.empty();
    if (ask instanceof TableAsk.Scores scores) {
      value = Optional.of(scores.value());
    } else if (ask instanceof TableAsk.Purchases purchases) {
      value = Optional.of(purchases.value());
    }
    Aggregation keys = new Aggregation.Distinct(ask.key(), Optional.empty());
    List<Measure> measures =
        value
            .map(
                of ->
                    List.of(
                        new Measure("keys", keys),
                        new Measure("value", new Aggregation.Sum(of, Optional.empty()))))
            .orElseGet(() -> List.of(new Measure("keys", keys)));
    return new FactQuery(
        client,
        dataset,
        where,
        List.of(),
        Optional.empty(),
        measures,
        List.of(period),
        Optional.empty(),
        dated,
        Optional.empty(),
        zone);
  }
}
