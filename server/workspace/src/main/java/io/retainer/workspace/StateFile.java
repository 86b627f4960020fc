package io.retainer.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The file of a state database that nobody works with, looked at without a change to it.
 *
 * @param version of its tables; empty in a database that was never opened
 * @param pending migrations that the next start carries out
 * @param isNewer a later Retainer wrote it, and this one cannot go back
 */
public record StateFile(Optional<String> version, int pending, boolean isNewer) {

  /**
   * @param database as {@link HomeFolder#state} names it
   * @throws IllegalStateException when it cannot be read, with the reason
   */
  public static StateFile of(Path database) {
    var source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:" + database + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0");
    source.setUser("sa");
    source.setPassword("");
    try {
      var info = Flyway.configure().dataSource(source).load().info();
      boolean newer = false;
      for (MigrationInfo migration : info.all()) {
        newer |= migration.getState() == MigrationState.FUTURE_SUCCESS;
      }
      return new StateFile(
          Optional.ofNullable(info.current()).map(current -> current.getVersion().toString()),
          info.pending().length,
          newer);
    } catch (FlywayException e) {
      throw new IllegalStateException(
          "The state database " + database + ".mv.db cannot be read: " + e.getMessage(), e);
    }
  }
}
