package io.retainer.workspace.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientRemovalTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-26T08:00:00Z"), ZoneOffset.UTC);

  /** In every place that has something of the client; nothing else in the home is called so. */
  private static final String MARK = "quetzalcoatl";

  @TempDir Path home;

  private Installation installation;

  @BeforeEach
  void fill() throws IOException, SQLException {
    Path none = Files.createDirectories(home.resolveSibling("none-" + home.getFileName()));
    installation = new Installation(none, none, none);
    try (Workspace workspace = open()) {
      workspace.clients().add(client("birch", MARK + " Bakery"));
      workspace.clients().add(client("birch-north", "Other"));
      workspace.state().jdbi().useHandle(ClientRemovalTest::rows);
      workspace.warehouse().rowsOfAllTables();
    }
    facts();
    for (String file :
        List.of(
            "received/aaa",
            "received-mail/mmm",
            "reports/birch/2026-10/r1/report.pdf",
            "clients/birch/report-templates/x/override.yaml",
            "inbox/birch/waiting.csv",
            "parameters/birch.json",
            "connector-settings/birch.json",
            "mailbox/birch-seo-2026-10-anna-q.example-1.eml",
            "run/last-good-templates/birch/t.yaml",
            "before-upgrade/state-of-version-85.mv.db")) {
      write(file, MARK);
    }
    write("unknown-tables/" + "a".repeat(64) + "/client", "birch");
    write("unknown-tables/" + "a".repeat(64) + "/bytes", MARK);
    write(
        "logs/server.log",
        "INFO a start\nWARN import of " + MARK + " Bakery failed\nINFO an end\n");
    for (String file :
        List.of(
            "received/both",
            "reports/birch-north/2026-10/r2/report.pdf",
            "mailbox/birch-north-seo-2026-10-x.eml")) {
      write(file, "somebody else's");
    }
  }

  private static Client client(String id, String name) {
    return new Client(
        new ClientId(id), name, ZoneId.of("UTC"), Locale.ENGLISH, Currency.getInstance("EUR"));
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Workspace open() {
    return Workspace.open(new HomeFolder(home), installation, CLOCK);
  }

  private static void rows(Handle handle) {
    for (String client : List.of("birch", "birch-north")) {
      String word = client.equals("birch") ? MARK : "other";
      handle.execute(
          """
          insert into report_schedule (id, client, report, rule, kind, locale, formats, recipients,
            enabled, planned_until, created_by, created_at)
          values (?, ?, 'seo', 'day 3 at 08:00', 'month', 'fi', 'pdf', ?, true, now(), 'olga', now())
          """,
          "s-" + client,
          client,
          word + "@q.example");
      handle.execute(
          """
          insert into occurrence (id, schedule_id, period, repetition, state, planned_for, created_at)
          values (?, ?, '2026-10', 0, 'sent', now(), now())
          """,
          "o-" + client,
          "s-" + client);
      handle.execute(
          """
          insert into report_run (id, client, report, period, locale, formats, state, requested_by, requested_at)
          values (?, ?, 'seo', '2026-10', 'fi', 'pdf', 'ready', 'olga', now())
          """,
          "r-" + client,
          client);
      handle.execute(
          "insert into report_file values (?, 'pdf', ?, 1, 'x')", "r-" + client, word + ".pdf");
      handle.execute(
          "insert into run_step (id, run_id, kind, at, note) values (?, ?, 'issued', now(), ?)",
          "t-" + client,
          "r-" + client,
          word);
      handle.execute(
          """
          insert into delivery (id, run_id, client, recipient, message_id, state, attempts, interrupted,
            created_at, updated_at)
          values (?, ?, ?, ?, '<m>', 'sent', 1, false, now(), now())
          """,
          "d-" + client,
          "r-" + client,
          client,
          word + "@q.example");
      handle.execute(
          "insert into client_target (client_id, kpi, period, valid_from, low, set_at) values (?, 'a.b', 'month', date '2026-01-01', 1, now())",
          client);
      handle.execute(
          "insert into arrival (id, way, client_id, file, sha256, status, at) values (?, 'folder', ?, ?, 'x', 'accepted', now())",
          "a-" + client,
          client,
          word);
      handle.execute(
          """
          insert into received_mail (id, mailbox, validity, uid, message_id, sender, recipients, subject,
            state, client_id, sha256, marked, at)
          values (?, 'box', 1, ?, 'm', 's@q.example', 'b@c.example', ?, 'taken', ?, ?, true, now())
          """,
          "m-" + client,
          client.length(),
          word,
          client,
          client.equals("birch") ? "mmm" : "nnn");
      handle.execute(
          """
          insert into pull_source (id, client_id, kind, account, look_back, first_day, key_id, secret, added_at)
          values (?, ?, 'ga4', ?, 3, date '2026-01-01', 'k', x'00', now())
          """,
          "p-" + client,
          client,
          word);
      handle.execute(
          "insert into commentary values (?, 'seo', '2026-10', 'en', 'summary', 1, ?, 'olga', now())",
          client,
          word);
      handle.execute(
          "insert into gate_level values ('schedule', ?, 'data', 'warn', ?, now())",
          "s-" + client,
          word);
      handle.execute(
          "insert into gate_limit values ('client', ?, 'patience', 3, ?, now())", client, word);
      handle.execute(
          """
          insert into schedule_table (id, saved_by, saved_at, added, changed, changes)
          values (?, 'olga', now(), 1, 0, ?)
          """,
          "t-" + client,
          "[ { \"client\" : \"%s\", \"recipients\" : \"%s@c.example\" } ]".formatted(client, word));
      handle.execute(
          """
          insert into audit_entry (at, who, holder, address, method, route, path, client)
          values (now(), 'olga', 'o', '127.0.0.1', 'POST', '/api/v1/runs', '/api/v1/runs', ?)
          """,
          client);
      handle.execute(
          """
          insert into deed_note (entry_id, is_after, client, note)
          select max(id), false, ?, ? from audit_entry
          """,
          client,
          "{\"names\": {\"recipient\": \"%s@c.example\"}}".formatted(word));
    }
  }

  /** As imports leave them, without a connector. */
  private void facts() throws SQLException {
    try (var connection =
            DriverManager.getConnection("jdbc:duckdb:" + home.resolve("facts.duckdb"));
        var statement = connection.createStatement()) {
      int id = 1;
      for (String client : List.of("birch", "birch-north")) {
        String word = client.equals("birch") ? MARK : "other";
        statement.execute(
            "insert into batches (id, client, file_name, sha256) values (%d, '%s', '%s.csv', '%s')"
                .formatted(id, client, word, client.equals("birch") ? "aaa" : "both"));
        statement.execute(
            "insert into batches (id, client, file_name, sha256) values (%d, '%s', '%s.csv', 'both')"
                .formatted(id + 10, client, word));
        statement.execute(
            "insert into batch_issues (batch, saw) values (%d, '%s')".formatted(id, word));
        statement.execute(
            "insert into series (id, client, account) values (%d, '%s', '%s')"
                .formatted(id, client, word));
        statement.execute(
            "insert into presence (series, batch, row_count) values (%d, %d, 2)".formatted(id, id));
        statement.execute(
            "insert into facts_orders (client, series, batch, live, currency) select '%s', %d, %d, true, '%s' from range(500)"
                .formatted(client, id, id, word));
        id++;
      }
    }
  }

  private Path remove() {
    try (Workspace workspace = open()) {
      return new ClientRemoval(workspace, new ClientId("birch"), "olga").carryOut();
    }
  }

  private List<String> filesWith(String word) throws IOException {
    byte[] sought = word.getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (bytes.contains(new String(sought, StandardCharsets.ISO_8859_1))) {
          found.add(home.relativize(file).toString());
        }
      }
    }
    return found;
  }

  @Test
  void nothingOfTheClientIsLeftInAnyFileOfTheHome() throws IOException {
    assertThat(filesWith(MARK)).contains("received/aaa", "logs/server.log").hasSizeGreaterThan(10);

    Path proof = remove();

    assertThat(filesWith(MARK)).isEmpty();
    try (Stream<Path> all = Files.walk(home)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .filteredOn(name -> name.startsWith("birch") && !name.startsWith("birch-north"))
          .containsExactly(proof.getFileName().toString());
    }
    assertThat(home.resolve("logs/server.log")).hasContent("INFO a start\nINFO an end\n");
  }

  @Test
  void theProofSaysWhatWentAndWhatStays() throws IOException {
    Path proof = remove();

    assertThat(Files.readString(proof))
        .contains("Deletion of the client birch\nat 2026-11-26T08:00:00Z by olga")
        .containsPattern("1  report_run\n")
        .containsPattern("1  run_step\n")
        .containsPattern("1  commentary\n")
        .containsPattern("500  facts_orders\n")
        .containsPattern("2  batches\n")
        .containsPattern("files: 12, ")
        .contains("The audit log: who did what and when")
        .doesNotContain("anna");
  }

  @Test
  void othersKeepEverything() throws IOException {
    remove();

    assertThat(home.resolve("received/both")).exists();
    assertThat(home.resolve("mailbox/birch-north-seo-2026-10-x.eml")).exists();
    assertThat(home.resolve("reports/birch-north/2026-10/r2/report.pdf")).exists();
    try (Workspace workspace = open()) {
      assertThat(workspace.clients().all()).extracting(Client::name).containsExactly("Other");
      for (String table :
          List.of(
              "report_run",
              "run_step",
              "report_file",
              "delivery",
              "occurrence",
              "commentary",
              "gate_level",
              "gate_limit",
              "schedule_table",
              "arrival",
              "pull_source",
              "deed_note")) {
        assertThat(count(workspace, table)).as(table).isEqualTo(1);
      }
      assertThat(count(workspace, "audit_entry")).as("both, and the deletion").isEqualTo(3);
      var forgotten = workspace.warehouse().forget(new ClientId("birch-north"), false);
      assertThat(forgotten.rows())
          .containsEntry("facts_orders", 500L)
          .containsEntry("presence", 1L);
    }
  }

  @Test
  void aPlanChangesNothing() throws IOException {
    List<String> before = filesWith(MARK);
    try (Workspace workspace = open()) {
      Proof plan = new ClientRemoval(workspace, new ClientId("birch"), "olga").planned();

      assertThat(plan.state()).containsEntry("client", 1L).containsEntry("delivery", 1L);
      assertThat(plan.facts()).containsEntry("facts_orders", 500L);
      assertThat(plan.logLines()).isEqualTo(1);
    }

    assertThat(filesWith(MARK)).isEqualTo(before);
    try (Workspace workspace = open()) {
      assertThat(count(workspace, "client")).isEqualTo(2);
      assertThat(count(workspace, "delivery")).isEqualTo(2);
    }
  }

  private static int count(Workspace workspace, String table) {
    return workspace
        .state()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(int.class).one());
  }
}
