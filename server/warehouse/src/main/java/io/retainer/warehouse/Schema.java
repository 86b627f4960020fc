package io.retainer.warehouse;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables. A dataset or column that is new in the vocabulary is added when the file is opened.
 */
final class Schema {

  private static final List<String> LEDGER =
      List.of(
          """
          create table if not exists batches (
            id bigint, client varchar, imported_at timestamp, bytes bigint, undone boolean,
            status varchar, connector varchar, account varchar, file_name varchar, sha256 varchar,
            issue_count bigint)
          """,
          """
          create table if not exists batch_tables (
            batch bigint, ordinal integer, series bigint, title varchar, dataset varchar,
            grain varchar, complete boolean, "columns" varchar, row_count bigint,
            rejected_rows bigint, rows_start date, rows_end date, span_start date, span_end date,
            silence integer)
          """,
          """
          create table if not exists batch_issues (
            batch bigint, ordinal integer, line bigint, column_name varchar, saw varchar,
            expected varchar, advice varchar)
          """,
          """
          create table if not exists reconciliations (
            batch bigint, ordinal integer, metric varchar, total varchar, sum varchar,
            verdict varchar)
          """,
          """
          create table if not exists rejected_rows (
            batch bigint, ordinal bigint, title varchar, text varchar, line bigint,
            column_name varchar, saw varchar, expected varchar, advice varchar)
          """,
          """
          create table if not exists source_totals (
            batch bigint, ordinal integer, dataset varchar, column_name varchar, value varchar,
            line bigint)
          """,
          """
          create table if not exists passed_over (batch bigint, line bigint, reason varchar)
          """,
          """
          create table if not exists restatements (
            batch bigint, ordinal integer, title varchar, dataset varchar, added bigint,
            changed bigint, removed bigint, unchanged bigint)
          """,
          """
          create table if not exists restated_periods (
            batch bigint, ordinal integer, period_start date, period_end date, added bigint,
            changed bigint, removed bigint)
          """,
          """
          create table if not exists restated_amounts (
            batch bigint, ordinal integer, place integer, period_start date, period_end date,
            measure varchar, currency varchar, sum_before varchar, sum_after varchar)
          """,
          """
          create table if not exists doublings (
            batch bigint, ordinal integer, dataset varchar, source varchar, account varchar,
            first_day date, end_day date)
          """,
          """
          create table if not exists undoings (
            batch bigint, undone_at timestamp, undone_by varchar, row_count bigint,
            rows_in_force bigint, rows_returned bigint, returned_from varchar)
          """,
          """
          create table if not exists series (
            id bigint, client varchar, dataset varchar, source varchar, account varchar,
            cut varchar, "columns" varchar, grain varchar, keyed boolean)
          """,
          """
          create table if not exists suppressed_columns (
            batch bigint, ordinal integer, column_name varchar, value_count bigint,
            threshold varchar)
          """,
          """
          create table if not exists clustered (dataset varchar, row_count bigint)
          """,
          """
          create table if not exists presence (
            series bigint, period_start date, period_end date, batch bigint, currency varchar,
            row_count bigint)
          """);

  /** What came later than the tables; done each time, since a home may be of any version. */
  private static final List<String> ADDED =
      List.of(
          "alter table batches add column if not exists imported_by varchar",
          "alter table batches add column if not exists told_account varchar",
          "alter table batches add column if not exists told_start date",
          "alter table batches add column if not exists told_end date",
          "alter table batches add column if not exists told_mapping varchar",
          "alter table batches add column if not exists told_settings varchar",
          "alter table batch_tables add column if not exists gaps varchar",
          // Older versions kept the text of rejected rows, with whatever names stood in it.
          "update rejected_rows set text = '' where text <> ''");

  private Schema() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin transaction");
      for (String table : LEDGER) {
        statement.execute(table);
      }
      for (String change : ADDED) {
        statement.execute(change);
      }
      for (Dataset dataset : Datasets.all()) {
        create(statement, FactTable.name(dataset), FactTable.columns(dataset));
      }
      statement.execute("commit");
    }
  }

  private static void create(Statement statement, String table, Map<String, String> columns)
      throws SQLException {
    String definition =
        columns.entrySet().stream()
            .map(column -> FactTable.quoted(column.getKey()) + " " + column.getValue())
            .collect(Collectors.joining(", "));
    statement.execute("create table if not exists %s (%s)".formatted(table, definition));
    Set<String> present = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "select column_name from information_schema.columns where table_name = '"
                + table
                + "'")) {
      while (rows.next()) {
        present.add(rows.getString(1));
      }
    }
    for (Map.Entry<String, String> column : columns.entrySet()) {
      if (!present.contains(column.getKey())) {
        statement.execute(
            "alter table %s add column %s %s"
                .formatted(table, FactTable.quoted(column.getKey()), column.getValue()));
      }
    }
  }
}
