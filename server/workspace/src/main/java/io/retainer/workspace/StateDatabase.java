package io.retainer.workspace;

import io.retainer.workspace.configuration.Configuration;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Where the state of a home is kept: in a file of the home, or in a PostgreSQL. */
public sealed interface StateDatabase permits StateInFile, StateInPostgres {

  /** As {@code retainer.database.url} says, else the file of the home. */
  static StateDatabase of(HomeFolder home, Configuration configuration) {
    Optional<StateInPostgres> elsewhere = StateInPostgres.configured(configuration);
    return elsewhere.isPresent() ? elsewhere.get() : new StateInFile(home.state());
  }

  /** What people call it; without a password. */
  String title();

  /**
   * A pool of connections, each of which works.
   *
   * @throws StateException when it cannot be used, with the reason and what to do
   * @throws HomeInUseException when another process has the file open
   */
  DataSource connect();

  /** For looks that change nothing, while nobody works with a file. */
  DataSource readOnly();

  /** Ends what {@link #connect} began. */
  void disconnect(DataSource pool);

  /** The migrations of this kind of database. */
  Flyway migrations(DataSource source);

  /**
   * How far its tables are, without a change to it.
   *
   * @throws StateException when it cannot be looked at, with the reason
   */
  StateVersion version();
}
