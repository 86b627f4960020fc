package io.retainer.workspace.move;

import io.retainer.workspace.State;
import io.retainer.workspace.StateException;
import io.retainer.workspace.StateInFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every row of a state in another database.
 *
 * @param tables in the order in which they were filled
 */
public record StateCopy(List<Table> tables) {

  /** One table, and how many rows of it arrived. */
  public record Table(String name, long rows) {}

  public StateCopy {
    tables = List.copyOf(tables);
  }

  public long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /**
   * Copies what is there in one moment, in one transaction.
   *
   * @param target has the tables of the same version, and no row in them
   * @param progress hears of each table once it is filled
   * @throws StateException when it holds something, or a row cannot be kept; then nothing arrived
   */
  public static StateCopy of(State source, State target, Consumer<Table> progress) {
    try (Connection from = source.dataSource().getConnection();
        Connection to = target.dataSource().getConnection()) {
      int isolation = from.getTransactionIsolation();
      from.setAutoCommit(false);
      from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      to.setAutoCommit(false);
      try {
        StateCopy copy = copied(from, to, target.database().title(), progress);
        to.commit();
        return copy;
      } finally {
        to.rollback();
        from.rollback();
        from.setTransactionIsolation(isolation);
      }
    } catch (SQLException e) {
      throw new StateException(
          "The state in %s cannot be copied to %s: %s. Nothing was copied."
              .formatted(
                  source.database().title(), target.database().title(), e.getMessage().strip()),
          e);
    }
  }

  private static StateCopy copied(
      Connection from, Connection to, String title, Consumer<Table> progress) throws SQLException {
    List<String> names = StateTables.inOrder(from);
    for (String name : names) {
      if (StateTables.rows(to, name) > 0) {
        throw new StateException(
            "%s holds a state already, there are rows in %s; expected an empty database. If it is this one, of a move that ended just before its last line, set retainer.database.url to it."
                .formatted(title, name));
      }
    }
    List<Table> tables = new ArrayList<>();
    for (String name : names) {
      Table table = new Table(name, TableCopy.of(name, from, to));
      long expected = StateTables.rows(from, name);
      long arrived = StateTables.rows(to, name);
      if (expected != arrived || arrived != table.rows()) {
        throw new StateException(
            "Of the table %s %d rows should have arrived in %s, and %d did. Nothing was copied."
                .formatted(name, expected, title, arrived));
      }
      tables.add(table);
      progress.accept(table);
    }
    return new StateCopy(tables);
  }

  /**
   * A state as the file that a home without a PostgreSQL has, while others write.
   *
   * @param file is made, {@code retainer.mv.db}
   */
  public static void toFile(State source, Path file) throws IOException {
    if (source.database() instanceof StateInFile) {
      source.copyTo(file);
      return;
    }
    String name = file.getFileName().toString().replace(".mv.db", "");
    try (State target = State.open(new StateInFile(file.resolveSibling(name)))) {
      of(source, target, table -> {});
    }
  }
}
