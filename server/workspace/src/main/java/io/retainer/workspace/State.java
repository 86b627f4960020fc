package io.retainer.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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

  static State open(Path database) {
    // H2 writes half a second later otherwise: a killed process would forget that a mail was
    // leaving.
    String url = "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
    pool.setMaxConnections(CONNECTIONS);
    try (var probe = pool.getConnection()) {
      probe.getMetaData();
    } catch (java.sql.SQLException e) {
      pool.dispose();
      throw e.getErrorCode() == LOCKED
          ? new HomeInUseException(database.getParent(), e)
          : new IllegalStateException(
              "The state database " + database + ".mv.db cannot be opened: " + e.getMessage(), e);
    }
    Flyway.configure().dataSource(pool).load().migrate();
    return new State(pool, Jdbi.create(pool));
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
    Path zipped = Files.createTempFile(file.getParent(), "state", ".zip");
    try {
      jdbi.useHandle(
          handle -> handle.execute("backup to '" + zipped.toString().replace("'", "''") + "'"));
      try (ZipFile zip = new ZipFile(zipped.toFile());
          InputStream in =
              zip.getInputStream(
                  zip.stream()
                      .filter(entry -> entry.getName().endsWith(".mv.db"))
                      .findFirst()
                      .orElseThrow())) {
        Files.copy(in, file);
      }
    } finally {
      Files.delete(zipped);
    }
  }

  @Override
  public void close() {
    ((JdbcConnectionPool) dataSource).dispose();
  }
}
