package io.retainer.app.bootstrap;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A home as it is after some years: of each client a schedule, an import and ten issues that were
 * mailed, and of the first client twenty times as many.
 */
final class BusyHome {

  static final String FIRST = "client-0";
  private static final int ISSUES = 10;

  private BusyHome() {}

  static void fill(Workspace workspace, int clients) throws SQLException {
    workspace.clients().save(IntStream.range(0, clients).mapToObj(BusyHome::client).toList());
    workspace
        .state()
        .jdbi()
        .useTransaction(
            handle -> {
              for (String statement : statements(clients)) {
                handle.execute(statement);
              }
            });
  }

  private static Client client(int number) {
    return new Client(
        new ClientId("client-" + number),
        "Client " + number,
        ZoneId.of("Europe/Helsinki"),
        Locale.ENGLISH,
        Currency.getInstance("EUR"));
  }

  private static List<String> statements(int clients) {
    // Issue n is of client n modulo their number, or one of the first client's many.
    int issues = clients * ISSUES;
    int all = issues + clients * ISSUES / 5;
    String numbers =
        "(select x as n, case when x > %d then 0 else mod(x, %d) end as c from system_range(1, %d))"
            .formatted(issues, clients, all);
    String some = "(select x as n, x - 1 as c from system_range(1, %d))".formatted(clients);
    return List.of(
        """
        insert into report_schedule (id, client, report, rule, kind, locale, formats, recipients,
          enabled, planned_until, created_by, created_at)
        select 'schedule-' || c, 'client-' || c, 'monthly-performance', 'cron 0 8 3 * *', 'month',
          'en', 'pdf', 'anna@example.org', true, current_timestamp, 'anna', current_timestamp
        from
        """
            + some,
        """
        insert into report_run (id, client, report, period, locale, formats, state, requested_by,
          requested_at, attempts, schedule_id)
        select 'run-' || n, 'client-' || c, 'monthly-performance', '2026-10', 'en', 'pdf', 'ready',
          'anna', current_timestamp, 1, 'schedule-' || c
        from
        """
            + numbers,
        """
        insert into report_file (run_id, format, name, bytes, sha256)
        select 'run-' || n, 'pdf', 'report.pdf', 1000, repeat('0', 64) from
        """
            + numbers,
        """
        insert into run_step (id, run_id, kind, at, note)
        select 'step-' || n, 'run-' || n, 'issued', current_timestamp, '' from
        """
            + numbers,
        """
        insert into occurrence (id, schedule_id, period, repetition, state, run_id, planned_for,
          created_at)
        select 'time-' || n, 'schedule-' || c, '2026-10', n,
          case when mod(n, 20) = 3 then 'held' else 'sent' end, 'run-' || n, current_timestamp,
          current_timestamp
        from
        """
            + numbers,
        """
        insert into delivery (id, run_id, client, recipient, message_id, state, attempts,
          interrupted, created_at, updated_at)
        select 'mail-' || n, 'run-' || n, 'client-' || c, 'anna@example.org', 'm' || n,
          case when mod(n, 50) = 7 then 'failed' else 'sent' end, 1, false, current_timestamp,
          current_timestamp
        from
        """
            + numbers,
        """
        insert into account (id, name, role, limited, password_hash, created_at)
        select 'person-' || n, 'person ' || n, case when n = 1 then 'owner' else 'viewer' end,
          n > 1, null, current_timestamp
        from
        """
            + some,
        """
        insert into client_access (holder, client)
        select 'person-' || n, 'client-' || c from
        """
            + some
            + " where n > 1",
        """
        insert into api_token (id, label, fingerprint, role, limited, created_by, created_at,
          expires_at)
        select 'token-' || n, 'token', 'f' || n, 'viewer', false, 'person-1', current_timestamp,
          dateadd('day', 9, current_timestamp)
        from
        """
            + some,
        """
        insert into audit_entry (at, who, holder, address, method, route, path, client)
        select current_timestamp, 'anna', 'person-1', '127.0.0.1', 'POST', '/reports', '/reports',
          'client-' || c
        from
        """
            + numbers);
  }

  /** The facts' file, before the server has it. */
  static void imported(Path facts, int clients) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + facts);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into batches (id, client, imported_at, bytes, undone, status, connector, account,
            file_name, sha256, issue_count)
          select n + 1, 'client-' || n, timestamp '2026-11-01 08:00:00', 1000, false, 'ACCEPTED',
            'ga4', 'main', 'export.csv', repeat('0', 64), 0
          from range(%d) t(n)
          """
              .formatted(clients));
      statement.execute(
          """
          insert into series (id, client, dataset, source, account, cut, "columns", grain, keyed)
          select n + 1, 'client-' || n, 'web_traffic', 'ga4', 'main', '', 'sessions', 'DAY', false
          from range(%d) t(n)
          """
              .formatted(clients));
      statement.execute(
          """
          insert into batch_tables (batch, ordinal, series, title, dataset, grain, complete,
            "columns", row_count, rejected_rows, rows_start, rows_end, span_start, span_end,
            silence)
          select n + 1, 0, n + 1, 'lines', 'web_traffic', 'DAY', true, 'sessions', 31, 0,
            date '2026-10-01', date '2026-11-01', date '2026-10-01', date '2026-11-01', 1
          from range(%d) t(n)
          """
              .formatted(clients));
      statement.execute(
          """
          insert into presence (series, period_start, period_end, batch, currency, row_count)
          select n + 1, date '2026-10-01', date '2026-11-01', n + 1, null, 31 from range(%d) t(n)
          """
              .formatted(clients));
    }
  }
}
