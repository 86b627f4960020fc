package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Reconciliation;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.model.imports.ImportResult.Verdict;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadIssue;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The book of imports: what each of them said, so that it can be said again. */
final class Ledger {

  private static final String BATCHES =
      """
      select id, client, imported_at, bytes, undone, status, connector, account, file_name, sha256,
        issue_count, imported_by
      from batches
      """;

  private Ledger() {}

  static void write(
      Sql sql,
      long batch,
      ClientId client,
      Instant now,
      long bytes,
      Told told,
      ImportResult result,
      List<IntakeTable> tables)
      throws SQLException {
    sql.run(
        """
        insert into batches (id, client, imported_at, bytes, undone, status, connector, account,
          file_name, sha256, issue_count, imported_by, told_account, told_start, told_end,
          told_mapping)
        values (?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        batch,
        client.value(),
        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
        bytes,
        result.status().name(),
        result.connector().orElse(null),
        result.account().orElse(null),
        result.file(),
        result.sha256(),
        result.issueCount(),
        told.by(),
        told.account().orElse(null),
        told.period().map(DateSpan::start).orElse(null),
        told.period().map(DateSpan::end).orElse(null),
        told.mapping().orElse(null));
    new Restatements(sql, batch).keep(result.restatements());
    if (result.status() == Status.REJECTED) {
      noteRejected(sql, batch, tables);
    }
    for (int i = 0; i < result.issues().size(); i++) {
      ReadIssue issue = result.issues().get(i);
      sql.insert(
          "batch_issues",
          batch,
          i,
          issue.line(),
          issue.column(),
          issue.saw(),
          issue.expected(),
          issue.advice());
    }
    for (int i = 0; i < result.reconciliation().size(); i++) {
      Reconciliation each = result.reconciliation().get(i);
      sql.insert(
          "reconciliations",
          batch,
          i,
          each.metric(),
          each.total().toPlainString(),
          each.sum().toPlainString(),
          each.verdict().name());
    }
  }

  /** Tables that went into no series are still part of what the import said. */
  private static void noteRejected(Sql sql, long batch, List<IntakeTable> tables)
      throws SQLException {
    for (IntakeTable table : tables) {
      sql.insert(
          """
          batch_tables (batch, ordinal, title, dataset, grain, row_count, rejected_rows, rows_start,
            rows_end)
          """,
          batch,
          table.ordinal(),
          table.header().title(),
          table.header().dataset().name(),
          table.header().grain().name(),
          table.rows(),
          table.rejectedRows(),
          table.span().map(DateSpan::start).orElse(null),
          table.span().map(DateSpan::end).orElse(null));
    }
  }

  static List<ImportBatch> ofClient(Connection connection, ClientId client) throws SQLException {
    return read(connection, BATCHES + " where client = ? order by id desc", client.value());
  }

  static Optional<ImportBatch> find(Connection connection, long id) throws SQLException {
    return read(connection, BATCHES + " where id = ?", id).stream().findFirst();
  }

  static Optional<ImportBatch> accepted(Connection connection, ClientId client, String sha256)
      throws SQLException {
    return read(
            connection,
            BATCHES
                + " where client = ? and sha256 = ? and not undone"
                + " and status in ('ACCEPTED', 'PARTIAL') order by id",
            client.value(),
            sha256)
        .stream()
        .findFirst();
  }

  private static List<ImportBatch> read(Connection connection, String text, Object... values)
      throws SQLException {
    Sql sql = new Sql(connection);
    List<ImportBatch> batches = new ArrayList<>();
    for (ImportBatch batch : sql.list(Ledger::batch, text, values)) {
      batches.add(whole(sql, batch));
    }
    return batches;
  }

  private static ImportBatch batch(ResultSet row) throws SQLException {
    return new ImportBatch(
        row.getString(1),
        new ClientId(row.getString(2)),
        Catalogue.instant(row, 3),
        row.getLong(4),
        Optional.ofNullable(row.getString(12)).orElse(""),
        row.getBoolean(5),
        Optional.empty(),
        new ImportResult(
            row.getString(9),
            row.getString(10),
            Status.valueOf(row.getString(6)),
            Optional.of(row.getString(1)),
            Optional.ofNullable(row.getString(7)),
            Optional.ofNullable(row.getString(8)),
            List.of(),
            List.of(),
            row.getLong(11),
            List.of()));
  }

  private static ImportBatch whole(Sql sql, ImportBatch batch) throws SQLException {
    long id = Long.parseLong(batch.id());
    ImportResult said = batch.result();
    List<ImportResult.Table> tables =
        sql.list(
            row ->
                new ImportResult.Table(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    Catalogue.span(row, 5),
                    Grain.valueOf(row.getString(7))),
            """
            select title, dataset, row_count, rejected_rows, rows_start, rows_end, grain
            from batch_tables where batch = ? order by ordinal
            """,
            id);
    List<ReadIssue> issues =
        sql.list(
            row -> issue(row, 1),
            """
            select line, column_name, saw, expected, advice
            from batch_issues where batch = ? order by ordinal
            """,
            id);
    List<Reconciliation> reconciliations =
        sql.list(
            row ->
                new Reconciliation(
                    row.getString(1),
                    new BigDecimal(row.getString(2)),
                    new BigDecimal(row.getString(3)),
                    Verdict.valueOf(row.getString(4))),
            "select metric, total, sum, verdict from reconciliations where batch = ? order by ordinal",
            id);
    return new ImportBatch(
        batch.id(),
        batch.client(),
        batch.importedAt(),
        batch.bytes(),
        batch.by(),
        batch.undone(),
        Undo.found(sql, id),
        new ImportResult(
            said.file(),
            said.sha256(),
            said.status(),
            said.batch(),
            said.connector(),
            said.account(),
            tables,
            issues,
            said.issueCount(),
            reconciliations,
            new Restatements(sql, id).found()));
  }

  static Told told(Connection connection, long batch) throws SQLException {
    return new Sql(connection)
            .list(
                row ->
                    new Told(
                        Optional.ofNullable(row.getString(1)).orElse(""),
                        Optional.ofNullable(row.getString(2)),
                        Catalogue.span(row, 3),
                        Optional.ofNullable(row.getString(5))),
                """
            select imported_by, told_account, told_start, told_end, told_mapping
            from batches where id = ?
            """,
                batch)
            .stream()
            .findFirst()
            .orElse(Told.nothing());
  }

  static List<RejectedRow> rejectedRows(Connection connection, long batch) throws SQLException {
    return new Sql(connection)
        .list(
            row -> new RejectedRow(row.getString(1), row.getString(2), issue(row, 3)),
            """
            select title, text, line, column_name, saw, expected, advice
            from rejected_rows where batch = ? order by ordinal
            """,
            batch);
  }

  private static ReadIssue issue(ResultSet row, int first) throws SQLException {
    return new ReadIssue(
        row.getLong(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getString(first + 4));
  }
}
