package io.retainer.workspace.removal;

import io.retainer.model.client.ClientId;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * The rows of the state that are about one client: of every table with a column for clients, also
 * one that is new, and what hangs on them.
 */
record RowsOfClient(Handle handle, ClientId client) {

  /** Who did what stays: it proves that the agency dealt with the data as it had to. */
  private static final String AUDIT = "audit";

  /** Tables whose rows belong to a client, or to a schedule of one. */
  private static final List<String> OWNED = List.of("gate_level", "gate_limit");

  /** Deletes them; the caller commits or rolls back. How many went, by table. */
  Map<String, Long> delete() {
    Map<String, Long> before = counts();
    for (String table : OWNED) {
      run(
          "delete from "
              + table
              + " where owner_kind = 'schedule' and owner_id in"
              + " (select id from report_schedule where client = :client)");
      run("delete from " + table + " where owner_kind = 'client' and owner_id = :client");
    }
    // What a table of schedules changed names their recipients; it cannot be undone any more.
    run("delete from schedule_table where changes like '%\"' || :client || '\"%'");
    for (String[] column : columns()) {
      run("delete from %s where %s = :client".formatted(column[0], column[1]));
    }
    run("delete from client where id = :client");
    Map<String, Long> gone = new TreeMap<>();
    counts()
        .forEach(
            (table, rows) -> {
              if (before.get(table) > rows) {
                gone.put(table, before.get(table) - rows);
              }
            });
    return gone;
  }

  /** The hashes of mails that no other client's exports came with. */
  List<String> mails() {
    return handle
        .createQuery(
            """
            select distinct sha256 from received_mail where client_id = :client and sha256 is not null
              and sha256 not in
                (select sha256 from received_mail where client_id <> :client and sha256 is not null)
            """)
        .bind("client", client.value())
        .mapTo(String.class)
        .list();
  }

  private void run(String statement) {
    handle.createUpdate(statement).bind("client", client.value()).execute();
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : tables()) {
      counts.put(
          table.toLowerCase(Locale.ROOT),
          handle.createQuery("select count(*) from \"" + table + "\"").mapTo(Long.class).one());
    }
    return counts;
  }

  private List<String> tables() {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        meta().getTables(catalog(), schema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return names;
  }

  /** Tables and their column with a client's id. */
  private List<String[]> columns() {
    List<String[]> found = new ArrayList<>();
    try (ResultSet columns = meta().getColumns(catalog(), schema(), "%", "%")) {
      while (columns.next()) {
        String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        String column = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        if (List.of("client", "client_id").contains(column) && !table.startsWith(AUDIT)) {
          found.add(new String[] {table, column});
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private DatabaseMetaData meta() throws SQLException {
    return handle.getConnection().getMetaData();
  }

  private String catalog() throws SQLException {
    return handle.getConnection().getCatalog();
  }

  private String schema() throws SQLException {
    return handle.getConnection().getSchema();
  }
}
