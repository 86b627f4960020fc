package io.retainer.warehouse;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables. A dataset or column that is new in the vocabulary is added when the facts are opened.
 */
final class Schema {

  private static final List<String> LEDGER =
      List.of(
          """
          create table batches (
            id bigint, client varchar, imported_at timestamp, bytes bigint, undone boolean,
            status varchar, connector varchar, account varchar, file_name varchar, sha256 varchar,
            issue_count bigint)
          """,
          """
          create table batch_tables (
            batch bigint, ordinal integer, series bigint, title varchar, dataset varchar,
            grain varchar, complete boolean, "columns" varchar, row_count bigint,
            rejected_rows bigint, rows_start date, rows_end date, span_start date, span_end date,
            silence integer)
          """,
          """
          create table batch_issues (
            batch bigint, ordinal integer, line bigint, column_name varchar, saw varchar,
            expected varchar, advice varchar)
          """,
          """
          create table reconciliations (
            batch bigint, ordinal integer, metric varchar, total varchar, sum varchar,
            verdict varchar)
          """,
          """
          create table rejected_rows (
            batch bigint, ordinal bigint, title varchar, text varchar, line bigint,
            column_name varchar, saw varchar, expected varchar, advice varchar)
          """,
          """
          create table source_totals (
            batch bigint, ordinal integer, dataset varchar, column_name varchar, value varchar,
            line bigint)
          """,
          """
          create table passed_over (batch bigint, line bigint, reason varchar)
          """,
          """
          create table assumptions (batch bigint, ordinal integer, text varchar)
          """,
          """
          create table restatements (
            batch bigint, ordinal integer, title varchar, dataset varchar, added bigint,
            changed bigint, removed bigint, unchanged bigint)
          """,
          """
          create table restated_periods (
            batch bigint, ordinal integer, period_start date, period_end date, added bigint,
            changed bigint, removed bigint)
          """,
          """
          create table restated_amounts (
            batch bigint, ordinal integer, place integer, period_start date, period_end date,
            measure varchar, currency varchar, sum_before varchar, sum_after varchar)
          """,
          """
          create table doublings (
            batch bigint, ordinal integer, dataset varchar, source varchar, account varchar,
            first_day date, end_day date)
          """,
          """
          create table undoings (
            batch bigint, undone_at timestamp, undone_by varchar, row_count bigint,
            rows_in_force bigint, rows_returned bigint, returned_from varchar)
          """,
          """
          create table series (
            id bigint, client varchar, dataset varchar, source varchar, account varchar,
            cut varchar, "columns" varchar, grain varchar, keyed boolean)
          """,
          """
          create table suppressed_columns (
            batch bigint, ordinal integer, column_name varchar, value_count bigint,
            threshold varchar)
          """,
          """
          create table clustered (dataset varchar, row_count bigint)
          """,
          """
          create table presence (
            series bigint, period_start date, period_end date, batch bigint, currency varchar,
            row_count bigint)
          """);

  /** What came later than the tables; looked for each time, since a home may be of any version. */
  private static final Map<String, String> ADDED_TO_BATCHES =
      Map.of(
          "imported_by", "varchar",
          "told_account", "varchar",
          "told_start", "date",
          "told_end", "date",
          "told_mapping", "varchar",
          "told_settings", "varchar");

  private static final Map<String, String> ADDED_TO_BATCH_TABLES = Map.of("gaps", "varchar");

  /** A row for each reason; before, one for each line. */
  private static final Map<String, String> ADDED_TO_PASSED_OVER = Map.of("line_count", "bigint");

  private final Database database;
  private final Collection<Dataset> datasets;
  private final List<String> ledger;
  private final Sql sql;

  Schema(Connection connection, Database database) {
    this(connection, database, Datasets.all(), List.of());
  }

  /**
   * @param datasets whose rows are kept there too
   * @param more tables of the ledger, as they are made
   */
  Schema(
      Connection connection, Database database, Collection<Dataset> datasets, List<String> more) {
    this.database = database;
    this.datasets = datasets;
    this.ledger = new ArrayList<>(LEDGER);
    ledger.addAll(more);
    this.sql = new Sql(connection);
  }

  void create() throws SQLException {
    for (String statement : missing()) {
      sql.run(statement);
    }
  }

  /** The statements that make what is not there. */
  List<String> missing() throws SQLException {
    Map<String, List<String>> present =
        sql.lists(
            row -> row.getString(1),
            row -> row.getString(2),
            """
            select table_name, column_name from information_schema.columns
            where table_schema = current_schema()
            """);
    List<String> statements = new ArrayList<>();
    for (String table : ledger) {
      if (!present.containsKey(table.split("\\s+")[2])) {
        statements.add(database.definition(table));
      }
    }
    statements.addAll(added("batches", ADDED_TO_BATCHES, present));
    statements.addAll(added("batch_tables", ADDED_TO_BATCH_TABLES, present));
    statements.addAll(added("passed_over", ADDED_TO_PASSED_OVER, present));
    for (Dataset dataset : datasets) {
      String table = FactTable.name(dataset);
      Map<String, String> columns = FactTable.columns(dataset);
      statements.addAll(
          present.containsKey(table)
              ? added(table, columns, present)
              : List.of("create table %s (%s)".formatted(table, definition(columns))));
    }
    return statements;
  }

  private List<String> added(
      String table, Map<String, String> columns, Map<String, List<String>> present) {
    return columns.entrySet().stream()
        .filter(column -> !present.getOrDefault(table, List.of()).contains(column.getKey()))
        .map(
            column ->
                "alter table %s add column %s"
                    .formatted(table, definition(Map.of(column.getKey(), column.getValue()))))
        .toList();
  }

  private String definition(Map<String, String> columns) {
    return columns.entrySet().stream()
        .map(
            column ->
                FactTable.quoted(column.getKey()) + " " + database.definition(column.getValue()))
        .collect(Collectors.joining(", "));
  }
}
