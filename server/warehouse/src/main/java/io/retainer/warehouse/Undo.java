package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Datasets;
import io.retainer.spi.Grain;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Takes a batch back: its rows go, and of what is left the latest is in force again. */
final class Undo {

  private final Sql sql;

  Undo(Connection connection) {
    this.sql = new Sql(connection);
  }

  private record Touched(long series, String client, String dataset, Grain grain, boolean keyed) {}

  boolean undo(long batch) throws SQLException {
    long inForce =
        sql.number(
            "select count(*) from batches where id = ? and not undone"
                + " and status in ('ACCEPTED', 'PARTIAL')",
            batch);
    if (inForce == 0) {
      return false;
    }
    List<Touched> touched =
        sql.list(
            row ->
                new Touched(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Grain.valueOf(row.getString(4)),
                    row.getBoolean(5)),
            """
            select distinct s.id, s.client, s.dataset, s.grain, s.keyed
            from batch_tables t join series s on s.id = t.series where t.batch = ?
            """,
            batch);
    sql.run("update batches set undone = true where id = ?", batch);
    for (Touched series : touched) {
      String facts = FactTable.name(Datasets.named(series.dataset));
      sql.run("delete from " + facts + " where series = ? and batch = ?", series.series, batch);
      revive(series, facts);
      new Replacement(sql, new ClientId(series.client), "", batch).refreshPresence(series.series);
    }
    return true;
  }

  private void revive(Touched series, String facts) throws SQLException {
    sql.run(
        "update %s as f set live = not exists (%s) where series = ?"
            .formatted(facts, later(series, facts)),
        series.series);
  }

  /** Something imported later that stands in the place of a row of {@code f}. */
  private static String later(Touched series, String facts) {
    if (series.keyed) {
      String key = FactTable.quoted(Datasets.named(series.dataset).key().get(0));
      return "select 1 from %s g where g.series = f.series and g.%s = f.%s and g.batch > f.batch"
          .formatted(facts, key, key);
    }
    if (series.grain == Grain.PERIOD) {
      return """
      select 1 from %s g where g.series = f.series and g.period_start = f.period_start
        and g.period_end = f.period_end and g.batch > f.batch"""
          .formatted(facts);
    }
    return """
    select 1 from batch_tables t join batches b on b.id = t.batch
    where t.series = f.series and t.batch > f.batch and not b.undone
      and t.span_start <= f.period_start and t.span_end >= f.period_end""";
  }
}
