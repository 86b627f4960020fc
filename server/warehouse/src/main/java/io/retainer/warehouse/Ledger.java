package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Reconciliation;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.model.imports.PassedOver;
import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadIssue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The book of imports: what each of them said, so that it can be said again. */
final class Ledger {

  /** Rows of a statement: each statement takes room of its own, see {@link Sql#insert}. */
  private static final int AT_ONCE = 200;

  private static final String PLACES = "(?, ?, ?, ?, ?, ?, ?, cast(? as date), cast(? as date))";

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
          told_mapping, told_settings)
        values (?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
        told.mapping().orElse(null),
        ToldSettings.text(told.settings()));
    new Restatements(sql, batch).keep(result.restatements());
    new Doublings(sql).keep(batch, result.doubled());
    for (PassedOver each : result.passedOver()) {
      sql.insert("passed_over", batch, each.firstLine(), each.reason(), each.lines());
    }
    for (int i = 0; i < result.assumed().size(); i++) {
      sql.insert("assumptions", batch, i, result.assumed().get(i));
    }
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
    for (int from = 0; from < tables.size(); from += AT_ONCE) {
      List<IntakeTable> some = tables.subList(from, Math.min(tables.size(), from + AT_ONCE));
      String rows = String.join(", ", Collections.nCopies(some.size(), PLACES));
      sql.run(
          "insert into batch_tables (batch, ordinal, title, dataset, grain, row_count, rejected_rows,"
              + " rows_start, rows_end) values "
              + rows,
          some.stream().flatMap(table -> noted(batch, table)).toArray());
    }
  }

  private static Stream<Object> noted(long batch, IntakeTable table) {
    return Stream.of(
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

  static List<ImportBatch> ofClient(Connection connection, ClientId client) throws SQLException {
    List<ImportBatch> batches =
        new KeptBatches(new Sql(connection), "client = ?", client.value()).all();
    Collections.reverse(batches);
    return batches;
  }

  /**
   * @param most how many, of all these clients together
   */
  static List<ImportBatch> latest(Connection connection, Collection<ClientId> clients, int most)
      throws SQLException {
    if (clients.isEmpty()) {
      return List.of();
    }
    // Named once: each of the statements below would go through all these clients again.
    Sql sql = new Sql(connection);
    List<Long> latest = latestNumbers(sql, clients, most);
    if (latest.isEmpty()) {
      return List.of();
    }
    List<ImportBatch> batches =
        new KeptBatches(sql, "id in (%s)".formatted(Sql.places(latest.size())), latest.toArray())
            .all();
    Collections.reverse(batches);
    return batches;
  }

  static boolean has(Connection connection, Collection<ClientId> clients) throws SQLException {
    return !clients.isEmpty() && !latestNumbers(new Sql(connection), clients, 1).isEmpty();
  }

  private static List<Long> latestNumbers(Sql sql, Collection<ClientId> clients, int most)
      throws SQLException {
    return sql.list(
        row -> row.getLong(1),
        "select id from batches where client in (%s) order by id desc limit %d"
            .formatted(Sql.places(clients.size()), most),
        clients.stream().map(ClientId::value).toArray());
  }

  /** Batches only ever come, and are undone. */
  static String standing(Connection connection, Collection<ClientId> clients) throws SQLException {
    if (clients.isEmpty()) {
      return "";
    }
    return new Sql(connection)
        .list(
            row -> row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3),
            "select count(*), max(id), sum(case when undone then 1 else 0 end) from batches"
                + " where client in (%s)".formatted(Sql.places(clients.size())),
            clients.stream().map(ClientId::value).toArray())
        .get(0);
  }

  static Optional<ImportBatch> find(Connection connection, long id) throws SQLException {
    return new KeptBatches(new Sql(connection), "id = ?", id).all().stream().findFirst();
  }

  static Optional<ImportBatch> accepted(Connection connection, ClientId client, String sha256)
      throws SQLException {
    return new KeptBatches(
            new Sql(connection),
            "client = ? and sha256 = ? and not undone and status in ('ACCEPTED', 'PARTIAL')",
            client.value(),
            sha256)
        .all().stream().findFirst();
  }

  static Told told(Connection connection, long batch) throws SQLException {
    return new Sql(connection)
            .list(
                row ->
                    new Told(
                        Optional.ofNullable(row.getString(1)).orElse(""),
                        Optional.ofNullable(row.getString(2)),
                        Catalogue.span(row, 3),
                        Optional.ofNullable(row.getString(5)),
                        ToldSettings.of(row.getString(6))),
                """
            select imported_by, told_account, told_start, told_end, told_mapping,
              told_settings
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

  static ReadIssue issue(ResultSet row, int first) throws SQLException {
    return new ReadIssue(
        row.getLong(first),
        row.getString(first + 1),
        row.getString(first + 2),
        row.getString(first + 3),
        row.getString(first + 4));
  }
}
