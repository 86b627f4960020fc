package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deletes everything about a client: whatever table has a column for clients, imports or series,
 * also one that is new.
 */
final class Forgetting {

  private static final String BATCHES = "select id from batches where client = ?";
  private static final String SERIES = "select id from series where client = ?";

  private final FactChanges facts;
  private final Sql sql;

  Forgetting(Connection connection, FactChanges facts) {
    this.facts = facts;
    sql = new Sql(connection);
  }

  /** How many rows went, by table; tables without such rows are left out. */
  Map<String, Long> rows(String client) throws SQLException {
    Map<String, Long> gone = new TreeMap<>(facts.forget(client));
    // The ledger of imports and the series last: the others are found through them.
    for (String table : with("client")) {
      if (!table.equals("batches") && !table.equals("series")) {
        delete(gone, table, "client = ?", client);
      }
    }
    for (String table : with("batch")) {
      delete(gone, table, "batch in (" + BATCHES + ")", client);
    }
    for (String table : with("series")) {
      delete(gone, table, "series in (" + SERIES + ")", client);
    }
    delete(gone, "series", "client = ?", client);
    delete(gone, "batches", "client = ?", client);
    return gone;
  }

  /** The hashes of the files that only this client's imports came from. */
  List<String> files(String client) throws SQLException {
    return sql.list(
        row -> row.getString(1),
        """
        select distinct sha256 from batches where client = ? and sha256 is not null
          and sha256 not in (select sha256 from batches where client <> ? and sha256 is not null)
        order by sha256
        """,
        client,
        client);
  }

  private List<String> with(String column) throws SQLException {
    return sql.list(
        row -> row.getString(1),
        """
        select c.table_name from information_schema.columns c
        join information_schema.tables t
          on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.column_name = ? and t.table_type = 'BASE TABLE'
          and t.table_schema = current_schema()
        order by c.table_name
        """,
        column);
  }

  private void delete(Map<String, Long> gone, String table, String which, String client)
      throws SQLException {
    String name = FactTable.quoted(table);
    long rows = sql.number("select count(*) from " + name + " where " + which, client);
    if (rows > 0) {
      sql.run("delete from " + name + " where " + which, client);
      gone.merge(table, rows, Long::sum);
    }
  }
}
