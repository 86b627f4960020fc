package io.retainer.workspace.rates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

/** The files that rates came from, and which of them were taken back. */
final class RateFiles {

  private static final String FILES =
      """
      select f.*, u.undone_by from rate_file f
      left join undone_rate_file u on u.number = f.number
      """;

  private RateFiles() {}

  /** All, the latest first. */
  static List<RateFile> all(Handle handle) {
    return handle.createQuery(FILES + "order by f.number desc").map(RateFiles::read).list();
  }

  /** The latest that counts. Those before it count too, unless they were taken back. */
  static Optional<RateFile> latest(Handle handle) {
    return handle
        .createQuery(FILES + "where u.number is null order by f.number desc limit 1")
        .map(RateFiles::read)
        .findOne();
  }

  /** Whoever adds or takes back waits for the others, and sees then what they did. */
  static void queueUp(Handle handle) {
    handle.createQuery("select number from rate_file for update").mapTo(int.class).list();
  }

  static int nextNumber(Handle handle) {
    return handle
        .createQuery("select coalesce(max(number), 0) + 1 from rate_file")
        .mapTo(int.class)
        .one();
  }

  /**
   * @throws RatesException when there was none, and somebody added one in the meantime
   */
  static void add(Handle handle, RateFile file) {
    Update insert =
        handle
            .createUpdate(
                """
                insert into rate_file
                  (number, name, sha256, imported_at, imported_by, new_rates, changed, first_day, last_day)
                values (:number, :name, :sha256, :at, :by, :added, :changed, :first, :last)
                """)
            .bind("number", file.number())
            .bind("name", file.name())
            .bind("sha256", file.sha256())
            .bind("at", file.at())
            .bind("by", file.by())
            .bind("added", file.added())
            .bind("changed", file.changed())
            .bind("first", file.first())
            .bind("last", file.last());
    try {
      insert.execute();
    } catch (UnableToExecuteStatementException e) {
      throw new RatesException(
          "%s was not taken: somebody added the first file at the same moment. Add it once more."
              .formatted(file.name()),
          e);
    }
  }

  /**
   * @throws RatesException unless it is the latest that counts: of earlier ones, later ones hold
   *     only what they changed
   */
  static RateFile undo(Handle handle, int number, Instant at, String by) {
    queueUp(handle);
    RateFile file = numbered(handle, number);
    if (file.isUndone()) {
      throw new RatesException("No. %d was taken back already.".formatted(number));
    }
    int latest = latest(handle).orElseThrow().number();
    if (latest != number) {
      throw new RatesException(
          "No. %d is not the latest file that counts; take back no. %d first."
              .formatted(number, latest));
    }
    handle
        .createUpdate(
            "insert into undone_rate_file (number, undone_at, undone_by) values (:number, :at, :by)")
        .bind("number", number)
        .bind("at", at)
        .bind("by", by)
        .execute();
    return numbered(handle, number);
  }

  private static RateFile numbered(Handle handle, int number) {
    return handle
        .createQuery(FILES + "where f.number = :number")
        .bind("number", number)
        .map(RateFiles::read)
        .findOne()
        .orElseThrow(
            () -> new RatesException("There is no file of rates no. %d.".formatted(number)));
  }

  private static RateFile read(ResultSet row, StatementContext context) throws SQLException {
    return new RateFile(
        row.getInt("number"),
        row.getString("name"),
        row.getString("sha256"),
        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
        row.getString("imported_by"),
        row.getInt("new_rates"),
        row.getInt("changed"),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        Optional.ofNullable(row.getString("undone_by")));
  }
}
