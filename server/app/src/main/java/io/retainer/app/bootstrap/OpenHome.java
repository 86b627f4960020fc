package io.retainer.app.bootstrap;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;

/** The home folder, opened when it is first needed. */
final class OpenHome implements AutoCloseable {

  private final Settings settings;
  private JdbcConnectionPool pool;
  private Jdbi jdbi;

  OpenHome(Settings settings) {
    this.settings = settings;
  }

  synchronized Jdbi state() {
    if (jdbi == null) {
      pool =
          JdbcConnectionPool.create(
              "jdbc:h2:file:" + settings.home().toAbsolutePath().resolve("retainer"), "sa", "");
      Flyway.configure(OpenHome.class.getClassLoader()).dataSource(pool).load().migrate();
      jdbi = Jdbi.create(pool);
    }
    return jdbi;
  }

  @Override
  public synchronized void close() {
    if (pool != null) {
      pool.dispose();
    }
  }
}
