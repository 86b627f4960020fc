package io.retainer.warehouse;

import io.retainer.warehouse.IcebergTables.Snapshot;
import io.trino.jdbc.TrinoStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes tables of Iceberg, each by statements that nobody else sees: their snapshots are told to
 * the ledger at the end. What an import left that was cut off is put back before a table is
 * changed.
 */
final class IcebergWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IcebergWriter.class);

  /** How we know our tables again, with the id of their ledger. */
  private static final String MARK = "Retainer facts of ";

  /** Whose first lines are read in a moment. */
  private static final int FEW_FILES = 16;

  private static final int MOST_OF_A_MONTH = 4;

  private final FactsInTrino place;
  private final Connection trino;
  private final Sql ledger;
  private final Sql sql;
  private final IcebergTables before;
  private final String owner;
  private final Map<String, Set<String>> open = new LinkedHashMap<>();
  private final Map<String, Long> begun = new HashMap<>();
  private final Set<String> ours = new HashSet<>();
  private boolean isSettled;

  IcebergWriter(FactsInTrino place, Connection ledger) throws SQLException {
    this.place = place;
    this.ledger = new Sql(ledger);
    this.before = IcebergTables.of(ledger);
    this.owner =
        MARK + this.ledger.list(row -> row.getString(1), "select id from iceberg_owner").get(0);
    this.trino = place.connect();
    this.sql = new Sql(trino);
  }

  Connection connection() {
    return trino;
  }

  Sql asked() {
    return sql;
  }

  /** Tables that have rows or had some. */
  Set<String> tables() {
    Set<String> names = new HashSet<>(before.snapshots().keySet());
    names.addAll(open.keySet());
    return names;
  }

  /**
   * What stands after {@code from}: with what was changed here, or as the ledger sees it; empty
   * when there is no such table yet.
   */
  Optional<String> from(String table) {
    return open.containsKey(table)
        ? Optional.of(FactTable.quoted(table))
        : before.of(table).map(there -> IcebergTables.at(table, there));
  }

  /** Makes a table ready to be changed, with these columns at least. */
  void open(String table, Map<String, String> columns) throws SQLException {
    if (!open.containsKey(table)) {
      Optional<Snapshot> known = before.of(table);
      if (known.isPresent()) {
        putBack(table, known.get());
        begun.put(table, known.get().id());
        open.put(table, new HashSet<>(known.get().columns()));
      } else {
        make(table, columns);
        begun.put(table, newest(table));
        open.put(table, new HashSet<>(columns.keySet()));
      }
    }
    for (Map.Entry<String, String> column : columns.entrySet()) {
      if (open.get(table).add(column.getKey())) {
        sql.run(
            "alter table %s add column if not exists %s"
                .formatted(FactTable.quoted(table), definition(column)));
      }
    }
  }

  private static String definition(Map.Entry<String, String> column) {
    return FactTable.quoted(column.getKey()) + " " + IcebergTables.type(column.getValue());
  }

  private void make(String table, Map<String, String> columns) throws SQLException {
    sql.run("create schema if not exists " + place.schema());
    List<Optional<String>> marks =
        sql.list(
            row -> Optional.ofNullable(row.getString(1)),
            """
            select comment from system.metadata.table_comments
            where catalog_name = ? and schema_name = ? and table_name = ?
            """,
            place.catalog(),
            place.schema(),
            table);
    if (!marks.isEmpty() && !marks.get(0).equals(Optional.of(owner))) {
      throw place.refused(
          "the table %s in it is another home's".formatted(table),
          "Name a schema of this home's own in retainer.facts.url.");
    }
    if (!marks.isEmpty()) {
      // Of a first import that was cut off.
      sql.run("drop table " + FactTable.quoted(table));
    }
    String parts =
        columns.containsKey("client") && columns.containsKey("period_start")
            ? " with (partitioning = array['client', 'month(period_start)'])"
            : "";
    sql.run(
        "create table %s (%s) comment '%s'%s"
            .formatted(
                FactTable.quoted(table),
                columns.entrySet().stream()
                    .map(IcebergWriter::definition)
                    .collect(Collectors.joining(", ")),
                owner,
                parts));
  }

  private void putBack(String table, Snapshot known) throws SQLException {
    if (newest(table) != known.id()) {
      sql.run(
          "alter table %s execute rollback_to_snapshot(snapshot_id => %d)"
              .formatted(FactTable.quoted(table), known.id()));
    }
  }

  private long newest(String table) throws SQLException {
    return sql.number("select snapshot_id from \"%s$refs\" where name = 'main'".formatted(table));
  }

  /** A change, whose snapshot is known as ours. */
  void change(String what, IcebergRows rows) throws SQLException {
    try (PreparedStatement statement =
        trino.prepareStatement(what + " where " + rows.condition())) {
      for (int i = 0; i < rows.values().size(); i++) {
        statement.setObject(i + 1, rows.values().get(i));
      }
      watch(statement);
      statement.execute();
    }
  }

  void send(String text) throws SQLException {
    try (Statement statement = trino.createStatement()) {
      watch(statement);
      statement.execute(text);
    }
  }

  private void watch(Statement statement) throws SQLException {
    statement
        .unwrap(TrinoStatement.class)
        .setProgressMonitor(progress -> ours.add(progress.getQueryId()));
  }

  RowAppender appender(String table, Map<String, String> columns) {
    return new TrinoAppender(this::send, table, columns);
  }

  /**
   * Tells the ledger which snapshots hold from its commit on.
   *
   * @throws WarehouseException when somebody else has changed a table meanwhile
   */
  void settle() throws SQLException {
    for (Map.Entry<String, Set<String>> each : open.entrySet()) {
      String table = each.getKey();
      long newest = checked(table);
      // Columns that were added are in a table's next snapshot.
      Set<String> columns =
          newest == begun.get(table)
              ? before.of(table).map(Snapshot::columns).orElse(each.getValue())
              : each.getValue();
      ledger.run("delete from iceberg_tables where name = ?", table);
      ledger.run(
          "insert into iceberg_tables (name, snapshot, \"columns\") values (?, ?, ?)",
          table,
          newest,
          String.join(",", columns));
    }
    isSettled = true;
  }

  private record Made(long id, long parent, String by, boolean isNewest) {}

  /** A process that lost its connection to the ledger, and with it the lock, may still write. */
  private long checked(String table) throws SQLException {
    Map<Long, Made> made = new HashMap<>();
    long newest = 0;
    for (Made each :
        sql.list(
            row -> new Made(row.getLong(1), row.getLong(2), row.getString(3), row.getBoolean(4)),
            """
            select s.snapshot_id, s.parent_id, element_at(s.summary, 'trino_query_id'),
              r.name is not null
            from "%1$s$snapshots" s
            left join "%1$s$refs" r on r.snapshot_id = s.snapshot_id and r.name = 'main'
            """
                .formatted(table))) {
      made.put(each.id, each);
      newest = each.isNewest ? each.id : newest;
    }
    for (long each = newest; each != begun.get(table); ) {
      Made one = made.get(each);
      if (one == null || !ours.contains(one.by)) {
        throw new WarehouseException(
            "Somebody else has changed the table %s meanwhile. Nothing was kept; do it again, and let nothing but Retainer write in %s."
                .formatted(table, place.url()));
      }
      each = one.parent;
    }
    return newest;
  }

  /** The columns of a table that has any rows, as they are read here. */
  Set<String> columns(String table) {
    return open.containsKey(table)
        ? open.get(table)
        : before.of(table).map(Snapshot::columns).orElse(Set.of());
  }

  /**
   * Makes few files of a client's many.
   *
   * @return whether it was done, and is to be settled
   */
  boolean gather(String table, String client) throws SQLException {
    boolean isScattered =
        sql.list(
                row -> row.getLong(1) > FEW_FILES + MOST_OF_A_MONTH * row.getLong(2),
                "select sum(file_count), count(*) from \"%s$partitions\" where partition.client = ?"
                    .formatted(table),
                client)
            .get(0);
    if (isScattered) {
      send(
          "alter table %s execute optimize where client = '%s'"
              .formatted(FactTable.quoted(table), client.replace("'", "''")));
      send(
          "alter table %s execute expire_snapshots(retention_threshold => '7d')"
              .formatted(FactTable.quoted(table)));
    }
    return isScattered;
  }

  /**
   * A snapshot that deletes lists what it deleted, with the least and the greatest values; the next
   * one does not. To be settled again.
   */
  void moveOn() throws SQLException {
    for (String table : tables()) {
      open(table, Map.of());
      change("delete from " + FactTable.quoted(table), new IcebergRows("client = ?", List.of("")));
    }
  }

  /** After that is committed: no snapshot and no file has what was deleted any more. */
  void wipe() throws SQLException {
    for (String what : List.of("expire_snapshots", "remove_orphan_files")) {
      sql.run("set session %s.%s_min_retention = '0s'".formatted(place.catalog(), what));
      for (String table : tables()) {
        sql.run(
            "alter table %s execute %s(retention_threshold => '0s')"
                .formatted(FactTable.quoted(table), what));
      }
    }
  }

  /** What was not settled is put back at once, or else before the next change. */
  @Override
  public void close() throws SQLException {
    try (trino) {
      if (!isSettled) {
        for (String table : open.keySet()) {
          Optional<Snapshot> known = before.of(table);
          if (known.isPresent()) {
            putBack(table, known.get());
          }
        }
      }
    } catch (SQLException e) {
      LOG.warn("What was begun in {} is seen by nobody, and put back later", place.url(), e);
    }
  }
}
