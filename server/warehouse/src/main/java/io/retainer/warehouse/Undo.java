package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.model.imports.Undoing;
import io.retainer.spi.Datasets;
import io.retainer.spi.Grain;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes a batch back: its rows go, and of what is left the latest is in force again. */
final class Undo {

  private final Connection connection;
  private final Sql sql;

  Undo(Connection connection) {
    this.connection = connection;
    this.sql = new Sql(connection);
  }

  UndoAnswer undo(long id, String by, Instant at) throws SQLException {
    Optional<ImportBatch> batch = Ledger.find(connection, id);
    if (batch.isEmpty()) {
      return new UndoAnswer.Unknown();
    }
    if (batch.get().undone()) {
      return new UndoAnswer.UndoneBefore(batch.get(), batch.get().undoing());
    }
    if (batch.get().result().status() == Status.REJECTED) {
      return new UndoAnswer.NothingAccepted(batch.get());
    }
    Undoing undoing = takenBack(id, by, at);
    sql.insert(
        "undoings",
        id,
        LocalDateTime.ofInstant(at, ZoneOffset.UTC),
        by,
        undoing.rows(),
        undoing.rowsInForce(),
        undoing.rowsReturned(),
        String.join(",", undoing.from()));
    return new UndoAnswer.TakenBack(undoing);
  }

  /** How batches were taken back, by their numbers. */
  static Map<Long, List<Undoing>> found(Sql sql, String batches, Object... values)
      throws SQLException {
    return sql.lists(
        row -> row.getLong(1),
        row ->
            new Undoing(
                row.getString(1),
                Catalogue.instant(row, 2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7).isEmpty() ? List.of() : List.of(row.getString(7).split(","))),
        """
        select batch, undone_at, undone_by, row_count, rows_in_force, rows_returned, returned_from
        from undoings where batch in (%s)
        """
            .formatted(batches),
        values);
  }

  private record Touched(long series, String client, String dataset, Grain grain, boolean keyed) {}

  private Undoing takenBack(long batch, String by, Instant at) throws SQLException {
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
    long rows = 0;
    long inForce = 0;
    Map<Long, Long> returned = new TreeMap<>();
    for (Touched series : touched) {
      String facts = FactTable.name(Datasets.named(series.dataset));
      rows += count(facts, series, batch, "");
      inForce += count(facts, series, batch, " and live");
      Map<Long, Long> before = inForce(series, facts);
      sql.run("delete from " + facts + " where series = ? and batch = ?", series.series, batch);
      revive(series, facts);
      new Replacement(sql, new ClientId(series.client), "", batch).refreshPresence(series.series);
      inForce(series, facts)
          .forEach(
              (earlier, now) -> {
                long more = now - before.getOrDefault(earlier, 0L);
                if (more > 0) {
                  returned.merge(earlier, more, Long::sum);
                }
              });
    }
    return new Undoing(
        Long.toString(batch),
        at,
        by,
        rows,
        inForce,
        returned.values().stream().mapToLong(Long::longValue).sum(),
        returned.keySet().stream().map(String::valueOf).toList());
  }

  private long count(String facts, Touched series, long batch, String condition)
      throws SQLException {
    return sql.number(
        "select count(*) from " + facts + " where series = ? and batch = ?" + condition,
        series.series,
        batch);
  }

  /** Rows of the series that count, by batch. */
  private Map<Long, Long> inForce(Touched series, String facts) throws SQLException {
    Map<Long, Long> found = new TreeMap<>();
    sql.list(
        row -> found.put(row.getLong(1), row.getLong(2)),
        "select batch, count(*) from " + facts + " where series = ? and live group by batch",
        series.series);
    return found;
  }

  private void revive(Touched series, String facts) throws SQLException {
    sql.run(
        "update %s as f set live = true where series = ? and not live and not exists (%s)"
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
