package io.retainer.workspace;

import io.retainer.warehouse.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a PostgreSQL can hold our state, and in words what is in its way. */
record PostgresCheck(PostgresServer server) {

  /**
   * @throws StateException when it cannot, with what to do
   */
  void of(Connection connection) throws SQLException {
    Optional<String> problem = server.problem(connection);
    if (problem.isPresent()) {
      throw new StateException(problem.get());
    }
    if (one(connection, "select current_schema()") == null) {
      throw refused(
          "the user has no schema to make tables in",
          "Its owner says: grant all on schema public to the user");
    }
    List<String> strangers = strangers(connection);
    if (!strangers.isEmpty()) {
      throw refused(
          "it holds something else, the tables "
              + strangers
              + "; expected an empty one or one of Retainer's",
          "Make one: create database retainer");
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

  private StateException refused(String why, String advice) {
    return new StateException(server.refused(why, advice));
  }

  /** What the driver said, and what to do about it. */
  StateException refusal(SQLException failure) {
    return new StateException(
        server.refused(
            failure, "Let the user make tables in it: grant all on schema public to the user"),
        failure);
  }
}
