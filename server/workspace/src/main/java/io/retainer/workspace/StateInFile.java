package io.retainer.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The state in a file of the home, which one process at a time opens.
 *
 * @param database as {@link HomeFolder#state} names it
 */
public record StateInFile(Path database) implements StateDatabase {

  /** The note's name in the home. */
  public static final String MOVED = "state-moved.txt";

  private static final int CONNECTIONS = 16;
  private static final int LOCKED = 90020;

  @Override
  public String title() {
    return database + ".mv.db";
  }

  /** Says where the state was moved to. Whoever takes it away goes back to the file as it was. */
  public Path moved() {
    return database.resolveSibling(MOVED);
  }

  /**
   * Keeps everybody else from opening the file until the connection is closed, and does not change
   * it.
   *
   * @throws StateException when it was moved, or cannot be read
   * @throws HomeInUseException when another process has it open
   */
  public Connection hold() {
    refuseWhenMoved();
    try {
      return readOnly().getConnection();
    } catch (SQLException e) {
      throw refusal(e);
    }
  }

  @Override
  public DataSource connect() {
    refuseWhenMoved();
    return open();
  }

  private void refuseWhenMoved() {
    if (Files.exists(moved())) {
      try {
        throw new StateException(
            "The state of this home was moved: %s. Set retainer.database.url to go on there; to go back to the state as it was then, delete %s."
                .formatted(Files.readString(moved()).strip(), moved()));
      } catch (IOException e) {
        throw new UncheckedIOException(moved() + " cannot be read", e);
      }
    }
  }

  private DataSource open() {
    // H2 writes half a second later otherwise: a killed process would forget that a mail was
    // leaving.
    String url =
        "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;TRACE_LEVEL_FILE=0";
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
    pool.setMaxConnections(CONNECTIONS);
    try (var probe = pool.getConnection()) {
      probe.getMetaData();
    } catch (SQLException e) {
      pool.dispose();
      throw refusal(e);
    }
    return pool;
  }

  private RuntimeException refusal(SQLException failure) {
    return failure.getErrorCode() == LOCKED
        ? new HomeInUseException(database.getParent(), failure)
        : new StateException(
            "The state database " + title() + " cannot be opened: " + failure.getMessage(),
            failure);
  }

  @Override
  public JdbcDataSource readOnly() {
    var source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:" + database + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0");
    source.setUser("sa");
    source.setPassword("");
    return source;
  }

  @Override
  public void disconnect(DataSource pool) {
    ((JdbcConnectionPool) pool).dispose();
  }

  @Override
  public Flyway migrations(DataSource source) {
    return Flyway.configure().dataSource(source).load();
  }

  @Override
  public StateVersion version() {
    try {
      return StateVersion.of(migrations(readOnly()));
    } catch (FlywayException e) {
      throw new StateException(
          "The state database " + title() + " cannot be read: " + e.getMessage(), e);
    }
  }
}
