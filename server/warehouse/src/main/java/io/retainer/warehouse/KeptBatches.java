package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.Doubled;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Reconciliation;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.model.imports.ImportResult.Verdict;
import io.retainer.model.imports.PassedOver;
import io.retainer.model.imports.Restatement;
import io.retainer.model.imports.Undoing;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Imports as the book has them. As many statements for a list of them as for one. */
final class KeptBatches {

  private final Sql sql;
  private final String condition;
  private final String numbers;
  private final Object[] values;

  /**
   * @param condition which of {@code batches}
   * @param values bound in it
   */
  KeptBatches(Sql sql, String condition, Object... values) {
    this.sql = sql;
    this.condition = condition;
    this.numbers = "select id from batches where " + condition;
    this.values = values;
  }

  /** The first one first. */
  List<ImportBatch> all() throws SQLException {
    Map<Long, List<ImportResult.Table>> tables = tables();
    Map<Long, List<ReadIssue>> issues = issues();
    Map<Long, List<Reconciliation>> reconciliations = reconciliations();
    Map<Long, List<Restatement>> restatements = Restatements.found(sql, numbers, values);
    Map<Long, List<Doubled>> doubled = doubled();
    Map<Long, List<PassedOver>> passedOver = passedOver();
    Map<Long, List<String>> assumed = parts(row -> row.getString(2), "assumptions", "text");
    Map<Long, List<Undoing>> undoings = Undo.found(sql, numbers, values);
    return sql.list(
        row -> {
          long id = row.getLong(1);
          return new ImportBatch(
              row.getString(1),
              new ClientId(row.getString(2)),
              Catalogue.instant(row, 3),
              row.getLong(4),
              Optional.ofNullable(row.getString(12)).orElse(""),
              row.getBoolean(5),
              undoings.getOrDefault(id, List.of()).stream().findFirst(),
              new ImportResult(
                  row.getString(9),
                  row.getString(10),
                  Status.valueOf(row.getString(6)),
                  Optional.of(row.getString(1)),
                  Optional.ofNullable(row.getString(7)),
                  Optional.ofNullable(row.getString(8)),
                  tables.getOrDefault(id, List.of()),
                  issues.getOrDefault(id, List.of()),
                  row.getLong(11),
                  reconciliations.getOrDefault(id, List.of()),
                  restatements.getOrDefault(id, List.of()),
                  doubled.getOrDefault(id, List.of()),
                  passedOver.getOrDefault(id, List.of()),
                  assumed.getOrDefault(id, List.of())));
        },
        """
        select id, client, imported_at, bytes, undone, status, connector, account, file_name, sha256,
          issue_count, imported_by
        from batches where %s order by id
        """
            .formatted(condition),
        values);
  }

  private Map<Long, List<ImportResult.Table>> tables() throws SQLException {
    return parts(
        row ->
            new ImportResult.Table(
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                Catalogue.span(row, 6),
                Grain.valueOf(row.getString(8))),
        "batch_tables",
        "title, dataset, row_count, rejected_rows, rows_start, rows_end, grain");
  }

  private Map<Long, List<ReadIssue>> issues() throws SQLException {
    return parts(
        row -> Ledger.issue(row, 2), "batch_issues", "line, column_name, saw, expected, advice");
  }

  private Map<Long, List<Reconciliation>> reconciliations() throws SQLException {
    return parts(
        row ->
            new Reconciliation(
                row.getString(2),
                new BigDecimal(row.getString(3)),
                new BigDecimal(row.getString(4)),
                Verdict.valueOf(row.getString(5))),
        "reconciliations",
        "metric, total, sum, verdict");
  }

  private Map<Long, List<Doubled>> doubled() throws SQLException {
    return parts(
        row ->
            new Doubled(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Catalogue.span(row, 5).orElseThrow()),
        "doublings",
        "dataset, source, account, first_day, end_day");
  }

  private Map<Long, List<PassedOver>> passedOver() throws SQLException {
    return sql.lists(
        row -> row.getLong(1),
        row -> new PassedOver(row.getString(2), row.getLong(3), row.getLong(4)),
        """
        select batch, reason, cast(sum(coalesce(line_count, 1)) as bigint), min(line)
        from passed_over where batch in (%s) group by batch, reason
        order by batch, min(line), reason
        """
            .formatted(numbers),
        values);
  }

  private <T> Map<Long, List<T>> parts(Sql.Row<T> reading, String table, String columns)
      throws SQLException {
    return sql.lists(
        row -> row.getLong(1),
        reading,
        "select batch, %s from %s where batch in (%s) order by batch, ordinal"
            .formatted(columns, table, numbers),
        values);
  }
}
