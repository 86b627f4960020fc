package io.retainer.connector.ads;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The people all rows of a table reached together, which no sum can tell: the source counts them in
 * its line of totals. They become a table of their own, with the impressions they divide.
 */
final class PeopleReached {

  private static final List<String> COLUMNS = List.of("impressions", AdKeys.REACH);

  private final AdPlan plan;
  private final AdScan scan;
  private final Spans spans;
  private final FactSink sink;

  PeopleReached(AdPlan plan, AdScan scan, Spans spans, FactSink sink) {
    this.plan = plan;
    this.scan = scan;
    this.spans = spans;
    this.sink = sink;
  }

  void write(TableHeader of, Fields fields, Optional<DateSpan> period) {
    if (plan.cut().isEmpty() || !plan.columns().containsAll(COLUMNS) || scan.totals().isEmpty()) {
      return;
    }
    Row total = scan.totals().get(0);
    Object[] values = COLUMNS.stream().map(column -> value(column, fields.at(total))).toArray();
    Optional<DateSpan> days = days(fields.at(total), period);
    boolean isCounted = values[0] instanceof Long && values[1] instanceof Long;
    if (isCounted && days.isPresent()) {
      TableWriter writer =
          sink.table(
              new TableHeader(
                  of.title() + ", all together",
                  of.dataset(),
                  COLUMNS,
                  Set.of(),
                  Grain.PERIOD,
                  of.complete(),
                  days,
                  of.account(),
                  of.currency()));
      writer.row(total.line(), days.get(), values);
    }
  }

  private Object value(String column, Fields total) {
    return plan.values().stream()
        .filter(value -> value.column().equals(column))
        .findFirst()
        .map(value -> value.from().apply(total))
        .orElse(null);
  }

  /** Of the report, else of the line itself; never of the first and last row. */
  private Optional<DateSpan> days(Fields total, Optional<DateSpan> period) {
    if (period.isPresent()) {
      return period;
    }
    Optional<DateSpan> own = spans.ends(total);
    return own.or(
        () ->
            scan.spans().size() == 1
                ? Optional.of(scan.spans().iterator().next())
                : Optional.empty());
  }
}
