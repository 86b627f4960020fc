package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whether a PostgreSQL can keep our facts, and in words what is in its way. */
record PostgresCheck(FactsInPostgres place) {

  /** Of our tables: a version that cannot read what is written here says so. */
  static final int FORMAT = 1;

  /** How we know our tables again. */
  static final String MARK = "Retainer facts, format ";

  /**
   * @return whether there are tables of ours
   * @throws WarehouseException when it cannot, with what to do
   */
  boolean of(Connection connection) throws SQLException {
    Optional<String> problem = place.server().problem(connection);
    if (problem.isPresent()) {
      throw new WarehouseException(problem.get());
    }
    Sql sql = new Sql(connection);
    if (!is(sql, "lower('ЁÄ' collate \"default\") = 'ёä'")) {
      throw refused("its locale knows no letters but those of English", PostgresServer.MAKE);
    }
    boolean isThere = is(sql, "to_regnamespace('%s') is not null");
    if (isThere) {
      if (!is(
          sql, "has_schema_privilege('%s', 'usage') and has_schema_privilege('%1$s', 'create')")) {
        throw refused(
            "the user may not make tables in the schema %s of it",
            "Its owner says: alter schema %s owner to the user");
      }
      return isOurs(sql);
    }
    if (!is(sql, "has_database_privilege(current_database(), 'create')")) {
      throw refused(
          "there is no schema %s in it, and the user may not make one",
          "Its owner says: create schema %s authorization the user");
    }
    return false;
  }

  private boolean isOurs(Sql sql) throws SQLException {
    Optional<String> mark =
        sql.list(
                row -> Optional.ofNullable(row.getString(1)),
                "select obj_description(to_regclass('%s.batches'), 'pg_class')"
                    .formatted(place.schema()))
            .get(0);
    if (mark.isPresent() && mark.get().matches(MARK + "[0-9]{1,6}")) {
      int format = Integer.parseInt(mark.get().substring(MARK.length()));
      if (format > FORMAT) {
        throw refused(
            "its tables are of format %d, written by a newer Retainer, and this one knows %d"
                .formatted(format, FORMAT),
            "Install that one again, or restore a backup from before the upgrade");
      }
      return true;
    }
    List<String> strangers =
        sql.list(
            row -> row.getString(1),
            "select relname from pg_class where relnamespace = to_regnamespace('%s') order by 1 limit 3"
                .formatted(place.schema()));
    if (!strangers.isEmpty()) {
      throw refused(
          "its schema %s holds something else, the tables " + strangers,
          "Name a database without such a schema");
    }
    return false;
  }

  private boolean is(Sql sql, String condition) throws SQLException {
    return text(sql, "select " + condition.formatted(place.schema())).equals("t");
  }

  private static String text(Sql sql, String question) throws SQLException {
    return sql.list(row -> row.getString(1), question).get(0);
  }

  private WarehouseException refused(String why, String advice) {
    return new WarehouseException(
        place
            .server()
            .refused(
                why.replace("%s", place.schema()), advice.replace("%s", place.schema()) + "."));
  }

  /** What the driver said, and what to do about it. */
  WarehouseException refusal(SQLException failure) {
    return new WarehouseException(
        place
            .server()
            .refused(
                failure,
                "Let the user make the schema: grant create on database retainer to the user"),
        failure);
  }
}
