package io.retainer.warehouse;

import static org.jooq.impl.DSL.name;

import io.retainer.spi.Dataset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Configuration;
import org.jooq.Context;
import org.jooq.QueryPart;
import org.jooq.impl.CustomQueryPart;

/**
 * The tables of facts in Iceberg as a ledger sees them. It names the snapshot of each that holds:
 * all others, of an import that goes on or was cut off, are seen by nobody.
 */
record IcebergTables(Map<String, Snapshot> snapshots) {

  /** What the ledger has more than one beside its facts. */
  static final List<String> LEDGER =
      List.of(
          """
          create table iceberg_tables (name varchar, snapshot bigint, "columns" varchar)
          """,
          """
          create table iceberg_owner (id varchar)
          """);

  private static final String KEY = "io.retainer.warehouse.iceberg";

  /**
   * @param columns that its rows have; the vocabulary may have got more since
   */
  record Snapshot(long id, Set<String> columns) {}

  static IcebergTables of(Connection ledger) throws SQLException {
    Map<String, Snapshot> found = new HashMap<>();
    new Sql(ledger)
        .list(
            row ->
                found.put(
                    row.getString(1),
                    new Snapshot(row.getLong(2), Catalogue.words(row.getString(3)))),
            "select name, snapshot, \"columns\" from iceberg_tables");
    return new IcebergTables(found);
  }

  /** Whether a table of the ledger's database is about what lies in Iceberg, and of no account. */
  static boolean isOwn(String table) {
    return table.startsWith("iceberg_");
  }

  /** Statements with this configuration are about these snapshots. */
  Configuration in(Configuration configuration) {
    configuration.data(KEY, this);
    return configuration;
  }

  Optional<Snapshot> of(String table) {
    return Optional.ofNullable(snapshots.get(table));
  }

  /** The table of a dataset: as it is, or at the snapshot that the ledger names. */
  static QueryPart table(Dataset dataset) {
    return CustomQueryPart.of(context -> write(context, dataset));
  }

  private static void write(Context<?> context, Dataset dataset) {
    if (context.configuration().data(KEY) instanceof IcebergTables tables) {
      context.sql(tables.from(dataset));
    } else {
      context.visit(name(FactTable.name(dataset)));
    }
  }

  /** What stands after {@code from}: with all columns of the vocabulary, also before any row. */
  String from(Dataset dataset) {
    String table = FactTable.name(dataset);
    Map<String, String> columns = FactTable.columns(dataset);
    Optional<Snapshot> snapshot = of(table);
    Set<String> missing = new TreeSet<>(columns.keySet());
    snapshot.ifPresent(there -> missing.removeAll(there.columns()));
    if (snapshot.isPresent() && missing.isEmpty()) {
      return at(table, snapshot.get());
    }
    List<String> selected = new ArrayList<>();
    snapshot.ifPresent(there -> selected.add("t.*"));
    for (String each : missing) {
      selected.add(
          "cast(null as %s) as %s".formatted(type(columns.get(each)), FactTable.quoted(each)));
    }
    return "(select %s %s)"
        .formatted(
            String.join(", ", selected),
            snapshot.map(there -> "from " + at(table, there) + " as t").orElse("where false"));
  }

  static String at(String table, Snapshot snapshot) {
    return "%s for version as of %d".formatted(FactTable.quoted(table), snapshot.id());
  }

  /** Iceberg knows microseconds only. */
  static String type(String ours) {
    return ours.equals("timestamp") ? "timestamp(6)" : ours;
  }
}
