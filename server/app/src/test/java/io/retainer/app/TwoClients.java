package io.retainer.app;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/**
 * A home with two clients, each with an issued and a draft run, a link, a schedule and a mail. What
 * belongs to a client has the client's id in its own, so that it is found wherever it leaks.
 */
public final class TwoClients {

  public static final ClientId OWN = new ClientId("own-client");
  public static final ClientId FOREIGN = new ClientId("foreigner-client");

  private TwoClients() {}

  public static void in(Path home) {
    var parts =
        new Installation(
            home.resolve("connectors"),
            home.resolve("kpi-scripts"),
            home.resolve("report-templates"));
    try (Workspace workspace = Workspace.open(new HomeFolder(home), parts, Clock.systemUTC())) {
      for (ClientId id : List.of(OWN, FOREIGN)) {
        add(workspace, id);
      }
      workspace.groups().add("Both", List.of(OWN, FOREIGN));
    }
  }

  /** One more client with all that belongs to it. */
  public static void add(Workspace workspace, ClientId id) {
    workspace
        .clients()
        .add(
            new Client(
                id,
                "Name of " + id.value(),
                ZoneId.of("Europe/Helsinki"),
                Locale.ENGLISH,
                Currency.getInstance("EUR")));
    workspace.state().jdbi().useTransaction(handle -> belongings(handle, id.value()));
  }

  private static void belongings(Handle handle, String id) {
    for (String run : List.of("issued", "draft")) {
      handle.execute(
          """
          insert into report_run (id, client, report, period, locale, formats, state,
            requested_by, requested_at, attempts)
          values (?, ?, 'monthly-performance', '2026-10', 'en', 'pdf', 'ready', 'anna',
            current_timestamp, 1)
          """,
          run + "-" + id,
          id);
    }
    handle.execute(
        """
        insert into run_step (id, run_id, kind, at, note)
        values (?, ?, 'issued', current_timestamp, '')
        """,
        "step-" + id,
        "issued-" + id);
    handle.execute(
        """
        insert into issue_link (id, run_id, fingerprint, made_by, made_at, expires_at)
        values (?, ?, ?, 'anna', current_timestamp, dateadd('day', 9, current_timestamp))
        """,
        "link-" + id,
        "issued-" + id,
        "fingerprint-" + id);
    handle.execute(
        """
        insert into report_schedule (id, client, report, rule, kind, locale, formats, recipients,
          enabled, planned_until, created_by, created_at)
        values (?, ?, 'monthly-performance', 'cron 0 8 3 * *', 'month', 'en', 'pdf',
          'anna@example.org', true, current_timestamp, 'anna', current_timestamp)
        """,
        "schedule-" + id,
        id);
    handle.execute(
        """
        insert into occurrence (id, schedule_id, period, repetition, state, planned_for, created_at)
        values (?, ?, '2026-10', 0, 'held', current_timestamp, current_timestamp)
        """,
        "time-" + id,
        "schedule-" + id);
    handle.execute(
        """
        insert into delivery (id, run_id, client, recipient, message_id, state, attempts,
          interrupted, created_at, updated_at)
        values (?, ?, ?, ?, ?, 'failed', 1, false, current_timestamp, current_timestamp)
        """,
        "mail-" + id,
        "issued-" + id,
        id,
        "reader@" + id + ".example",
        "<" + id + "@example.org>");
    handle.execute(
        """
        insert into destination (recipient, name, kind, target, all_clients, host_keys, key_id,
          secret, added_by, added_at)
        values (?, ?, 'webhook', ?, false, '', 'none', ?, 'anna', current_timestamp)
        """,
        id + "@webhook",
        id,
        "https://" + id + ".example/",
        new byte[] {0});
    handle.execute(
        "insert into destination_client (recipient, client) values (?, ?)", id + "@webhook", id);
  }
}
