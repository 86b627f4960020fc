package io.retainer.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;

/**
 * The state: everything that is not a fact. It is migrated when it opens.
 *
 * @param dataSource a pool, for libraries that want one
 * @param jdbi the same database, for our own statements
 * @param database where it is kept
 */
public record State(DataSource dataSource, Jdbi jdbi, StateDatabase database)
    implements AutoCloseable {

  /**
   * @throws StateException when it cannot be used, with the reason and what to do
   * @throws HomeInUseException when another process has the file open
   * @throws UpgradeException when the file is of a newer version, or cannot be brought to this one;
   *     then it is as it was
   */
  public static State open(StateDatabase database) {
    return database instanceof StateInFile file
        ? open(file.database(), Flyway.configure())
        : open((StateInPostgres) database);
  }

  static State open(Path database) {
    return open(database, Flyway.configure());
  }

  static State open(Path database, FluentConfiguration migrations) {
    var file = new StateInFile(database);
    var upgrade = new Upgrade(database);
    DataSource pool = file.connect();
    if (upgrade.wasCutOff()) {
      file.disconnect(pool);
      upgrade.takeBack();
      pool = file.connect();
    }
    try {
      upgrade.carryOut(pool, migrations.dataSource(pool).load());
    } catch (RuntimeException e) {
      file.disconnect(pool);
      if (upgrade.wasCutOff()) {
        upgrade.takeBack();
      }
      throw e;
    }
    return new State(pool, Jdbi.create(pool), file);
  }

  private static State open(StateInPostgres database) {
    DataSource pool = database.connect();
    try {
      migrate(database, pool);
      return new State(pool, Jdbi.create(pool), database);
    } catch (RuntimeException e) {
      database.disconnect(pool);
      throw e;
    }
  }

  private static void migrate(StateInPostgres database, DataSource pool) {
    Flyway migrations = database.migrations(pool);
    try {
      StateVersion before = StateVersion.of(migrations);
      if (before.isNewer()) {
        throw new StateException(
            "The state in %s is at version %s, written by a newer Retainer, and this one cannot go back. Install that one again, or restore a backup from before the upgrade."
                .formatted(database.title(), before.version().orElse("none")));
      }
      migrations.migrate();
    } catch (FlywayException e) {
      throw new StateException(
          "The tables of the state in %s cannot be brought to this version: %s"
              .formatted(database.title(), e.getMessage()),
          e);
    }
  }

  /** Whether no other process can work in it as long as this one does. */
  public boolean isOfOneProcess() {
    return database instanceof StateInFile;
  }

  /**
   * Copies the file as it is in one moment, while others write.
   *
   * @param copy is made, as H2 names it
   */
  public void copyTo(Path copy) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      FileCopy.write(connection, copy);
    } catch (SQLException e) {
      throw new IOException("The state cannot be copied", e);
    }
  }

  @Override
  public void close() {
    database.disconnect(dataSource);
  }
}
