package io.retainer.workspace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether a PostgreSQL can hold our state, and in words what is in its way. */
record PostgresCheck(String url) {

  private static final int OLDEST = 15;

  /**
   * @throws StateException when it cannot, with what to do
   */
  void of(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw new StateException(
          "The state database %s is PostgreSQL %d; expected %d or newer. Upgrade it, or name another one."
              .formatted(url, version, OLDEST));
    }
    String encoding = one(connection, "show server_encoding");
    if (!encoding.equals("UTF8")) {
      throw new StateException(
          "The state database %s keeps text as %s; expected UTF8. Make one: create database retainer encoding 'UTF8' template template0"
              .formatted(url, encoding));
    }
    if (one(connection, "select current_schema()") == null) {
      throw new StateException(
          "In the state database %s the user has no schema to make tables in. Its owner says: grant all on schema public to the user"
              .formatted(url));
    }
    List<String> strangers = strangers(connection);
    if (!strangers.isEmpty()) {
      throw new StateException(
          "The database %s holds something else, the tables %s; expected an empty one or one of Retainer's. Make one: create database retainer"
              .formatted(url, strangers));
    }
  }

  private static List<String> strangers(Connection connection) throws SQLException {
    String ours =
        "select to_regclass('flyway_schema_history') is not null and to_regclass('owner_link') is not null";
    if (one(connection, ours).equals("t")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = current_schema() order by 1 limit 3")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static String one(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** What the driver said, and what to do about it. */
  StateException refusal(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String advice =
        switch (state.length() < 2 ? state : state.substring(0, 2)) {
          case "08", "57", "53" ->
              "Is PostgreSQL running there, and does it take connections from this machine?";
          case "28" -> "Check retainer.database.user and retainer.database.password.";
          case "3D" -> "Make it: create database retainer owner retainer";
          case "42" -> "Let the user make tables in it: grant all on schema public to the user";
          default -> "Its log may say more.";
        };
    return new StateException(
        "The state database %s cannot be used: %s. %s"
            .formatted(url, failure.getMessage().strip().replaceAll("\\.$", ""), advice),
        failure);
  }
}
