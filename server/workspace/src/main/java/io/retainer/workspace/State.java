package io.retainer.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/**
 * The state database: everything that is not a fact. It is migrated when it opens.
 *
 * @param dataSource a pool, for libraries that want one
 * @param jdbi the same database, for our own statements
 */
public record State(DataSource dataSource, Jdbi jdbi) implements AutoCloseable {

  private static final int CONNECTIONS = 16;
  private static final int LOCKED = 90020;

  /**
   * @throws HomeInUseException when another process works with it
   * @throws UpgradeException when it is of a newer version, or cannot be brought to this one; then
   *     the file is as it was
   */
  static State open(Path database) {
    return open(database, Flyway.configure());
  }

  static State open(Path database, FluentConfiguration migrations) {
    var upgrade = new Upgrade(database);
    JdbcConnectionPool pool = pool(database);
    if (upgrade.wasCutOff()) {
      pool.dispose();
      upgrade.takeBack();
      pool = pool(database);
    }
    try {
      upgrade.carryOut(pool, migrations.dataSource(pool).load());
    } catch (RuntimeException e) {
      pool.dispose();
      if (upgrade.wasCutOff()) {
        upgrade.takeBack();
      }
      throw e;
    }
    return new State(pool, Jdbi.create(pool));
  }

  private static JdbcConnectionPool pool(Path database) {
    // H2 writes half a second later otherwise: a killed process would forget that a mail was
    // leaving.
    String url = "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
    pool.setMaxConnections(CONNECTIONS);
    try (var probe = pool.getConnection()) {
      probe.getMetaData();
    } catch (SQLException e) {
      pool.dispose();
      throw e.getErrorCode() == LOCKED
          ? new HomeInUseException(database.getParent(), e)
          : new IllegalStateException(
              "The state database " + database + ".mv.db cannot be opened: " + e.getMessage(), e);
    }
    return pool;
  }

  /** Whether no other process can work in it as long as this one does. */
  public boolean isOfOneProcess() {
    return dataSource instanceof JdbcConnectionPool;
  }

  /**
   * Copies the database as it is in one moment, while others write.
   *
   * @param file is made, as H2 names it
   */
  public void copyTo(Path file) throws IOException {
    try (Connection connection = dataSource.getConnection()) {
      FileCopy.write(connection, file);
    } catch (SQLException e) {
      throw new IOException("The state cannot be copied", e);
    }
  }

  @Override
  public void close() {
    ((JdbcConnectionPool) dataSource).dispose();
  }
}
