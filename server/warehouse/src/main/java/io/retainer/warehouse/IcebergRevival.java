package io.retainer.warehouse;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Puts rows in force again, once those that had replaced them are gone. */
final class IcebergRevival {

  private final Sql ledger;
  private final IcebergWriter iceberg;

  IcebergRevival(Sql ledger, IcebergWriter iceberg) {
    this.ledger = ledger;
    this.iceberg = iceberg;
  }

  /**
   * @param batch the import whose rows are gone
   */
  void of(Touched series, long batch) throws SQLException {
    if (series.keyed()) {
      keys(series);
    } else if (series.grain() == Grain.PERIOD) {
      periods(series);
    } else {
      days(series, batch);
    }
  }

  /** Of each key without a row in force, the latest. */
  private void keys(Touched series) throws SQLException {
    Map<Long, List<String>> latest = latest(series, series.key(), row -> row.getString(1));
    for (Map.Entry<Long, List<String>> each : latest.entrySet()) {
      for (IcebergRows part : IcebergRows.of(series).withKeys(series.key(), each.getValue())) {
        revive(series, part.and("batch = ?", each.getKey()));
      }
    }
  }

  private void periods(Touched series) throws SQLException {
    Map<Long, List<DateSpan>> latest =
        latest(series, "period_start, period_end", row -> Catalogue.span(row, 1).orElseThrow());
    for (Map.Entry<Long, List<DateSpan>> each : latest.entrySet()) {
      for (IcebergRows part : IcebergRows.of(series).withPeriods(each.getValue())) {
        revive(series, part.and("batch = ?", each.getKey()));
      }
    }
  }

  /** What has no row in force, by the import that brought its latest row. */
  private <T> Map<Long, List<T>> latest(Touched series, String columns, Sql.Row<T> reading)
      throws SQLException {
    IcebergRows rows = IcebergRows.of(series);
    return iceberg
        .asked()
        .lists(
            row -> row.getLong("latest"),
            reading,
            """
            select %1$s, max(batch) as latest from %2$s where %3$s
            group by %1$s having not bool_or(live)
            """
                .formatted(columns, series.facts(), rows.condition()),
            rows.values().toArray());
  }

  private record Told(long batch, DateSpan span) {}

  /** Within the days it spoke of, what no later import speaks of. */
  private void days(Touched series, long batch) throws SQLException {
    List<Told> tables =
        ledger.list(
            row -> new Told(row.getLong(1), Catalogue.span(row, 2).orElseThrow()),
            """
            select t.batch, t.span_start, t.span_end
            from batch_tables t join batches b on b.id = t.batch
            where t.series = ? and (not b.undone or b.id = ?) and t.span_start is not null
            """,
            series.series(),
            batch);
    for (Told own : tables) {
      if (own.batch != batch) {
        continue;
      }
      IcebergRows rows =
          IcebergRows.of(series)
              .and("not live")
              .and("period_start >= ?", own.span.start())
              .and("period_end <= ?", own.span.end());
      for (Told other : tables) {
        if (other.batch != batch
            && other.span.start().isBefore(own.span.end())
            && other.span.end().isAfter(own.span.start())) {
          rows =
              rows.and(
                  "not (batch < %d and period_start >= date '%s' and period_end <= date '%s')"
                      .formatted(other.batch, other.span.start(), other.span.end()));
        }
      }
      revive(series, rows);
    }
  }

  private void revive(Touched series, IcebergRows rows) throws SQLException {
    iceberg.change("update " + series.facts() + " set live = true", rows);
  }
}
