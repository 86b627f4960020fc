package io.retainer.warehouse;

import io.retainer.model.imports.ImportResult.Status;
import io.retainer.model.imports.Undoing;
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
  private final FactChanges facts;
  private final Sql sql;

  Undo(Connection connection, FactChanges facts) {
    this.connection = connection;
    this.facts = facts;
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

  private Undoing takenBack(long batch, String by, Instant at) throws SQLException {
    List<Touched> touched =
        Touched.of(sql, "s.id in (select series from batch_tables where batch = ?)", batch);
    sql.run("update batches set undone = true where id = ?", batch);
    long rows = 0;
    long inForce = 0;
    Map<Long, Long> returned = new TreeMap<>();
    for (Touched series : touched) {
      rows += facts.rows(series, batch);
      inForce += facts.rowsInForce(series, batch);
      Map<Long, Long> before = facts.inForce(series);
      facts.takeBack(series, batch);
      facts.notePresence(series);
      facts
          .inForce(series)
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
}
