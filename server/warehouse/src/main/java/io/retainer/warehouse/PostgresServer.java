package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of the operator's, for the facts or the state: how we sign in to it, what it has to
 * be, and in words what is in the way.
 *
 * @param name what it is, as a sentence begins
 * @param settings what the names of its settings begin with
 * @param url {@code jdbc:postgresql://host/database}, without a password
 */
public record PostgresServer(
    String name, String settings, String url, Optional<String> user, Optional<String> password) {

  /**
   * For whoever writes: a database that says "written" before it is on the disk may forget it when
   * it falls, and a mail would go twice, or an import that was accepted be gone. Whatever waits
   * longer stays as it is.
   */
  public static final String WRITTEN_WHEN_IT_SAYS_SO =
      "select set_config('synchronous_commit', 'on', false)"
          + " where current_setting('synchronous_commit') = 'off'";

  static final String MAKE =
      "Make one: create database retainer encoding 'UTF8' locale 'C.UTF-8' template template0";

  private static final int OLDEST = 15;
  private static final int SECONDS_TO_CONNECT = 10;

  /**
   * @param secondsToAnswer after which the other end counts as gone; 0 for never
   * @throws IllegalArgumentException when the address is none, with what was expected
   */
  public PGSimpleDataSource source(int secondsToAnswer) {
    var source = new PGSimpleDataSource();
    source.setConnectTimeout(SECONDS_TO_CONNECT);
    source.setSocketTimeout(secondsToAnswer);
    source.setTcpKeepAlive(true);
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s.url is \"%s\"; expected an address like jdbc:postgresql://db.example/retainer"
              .formatted(settings, url),
          e);
    }
    user.ifPresent(source::setUser);
    password.ifPresent(source::setPassword);
    return source;
  }

  /** Why it is too old or keeps text otherwise, and what to do; empty when it can be used. */
  public Optional<String> problem(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      return Optional.of(
          refused(
              "it is PostgreSQL %d; expected %d or newer".formatted(version, OLDEST),
              "Upgrade it, or name another one."));
    }
    String encoding =
        new Sql(connection)
            .list(row -> row.getString(1), "select current_setting('server_encoding')")
            .get(0);
    return encoding.equals("UTF8")
        ? Optional.empty()
        : Optional.of(refused("it keeps text as " + encoding + "; expected UTF8", MAKE));
  }

  /** In words. */
  public String refused(String why, String advice) {
    return "%s %s cannot be used: %s. %s".formatted(name, url, why, advice);
  }

  /**
   * What the driver said, and what to do about it.
   *
   * @param rights what to do when the user may not
   */
  public String refused(SQLException failure, String rights) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String advice =
        switch (state.length() < 2 ? state : state.substring(0, 2)) {
          case "08", "57", "53" ->
              "Is PostgreSQL running there, and does it take connections from this machine?";
          case "28" -> "Check %1$s.user and %1$s.password.".formatted(settings);
          case "3D" -> "Make it: create database retainer owner retainer";
          case "42" -> rights;
          default -> "Its log may say more.";
        };
    return refused(failure.getMessage().strip().replaceAll("\\.$", ""), advice);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url;
  }
}
