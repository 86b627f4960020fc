package io.retainer.workspace.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.configuration.Configuration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-26T08:00:00Z"), ZoneOffset.UTC);

  /** Nothing of it may be in a bundle, in whatever case. */
  private static final List<String> PLANTED =
      List.of(
          "hunter2secret",
          "zaragoza",
          "Пякарня",
          "Zaragoza Bakery",
          "lindqvist",
          "anna.svensson",
          "board-member",
          "ga4-property-777",
          "postbox-user",
          "203.0.113.77",
          "c0ffee11223344556677aabbccdd",
          "Bearer abc.def",
          "1234567.89",
          "secret-export-name",
          "subject-of-a-mail",
          "Umlaut-Ärger",
          "the-words-of-a-manager");

  private static final String LOG =
      """
      2026-11-26T08:00:00.000 INFO    io.retainer.app.Intake Import of zaragoza: 12 rows of secret-export-name.csv
      2026-11-26T08:00:01.000 WARN    io.retainer.app.Postman Mail to Anna Svensson <anna.svensson@board.example> was refused by Lindqvist
      2026-11-26T08:00:02.000 ERROR   io.retainer.app.Intake Cannot read "1234567.89" in the column “Umlaut-Ärger”
      java.lang.IllegalStateException: 'the-words-of-a-manager' of ПЯКАРНЯ
          at io.retainer.app.imports.Intake.run(Intake.java:42)
      2026-11-26T08:00:03.000 INFO    request GET /share?key=c0ffee11223344556677aabbccdd from 203.0.113.77 with Bearer abc.def
      2026-11-26T08:00:04.000 INFO    signed in as postbox-user with hunter2secret, asked ga4-property-777
      2026-11-26T08:00:05.000 INFO    run 5f1d6f5e-3a57-4b3b-9d0a-0d1c2b3a4f5e of Zaragoza Bakery: subject-of-a-mail
      """;

  @TempDir Path home;

  private Workspace workspace;

  @BeforeEach
  void plant() throws IOException {
    Path settings = home.resolve("retainer.properties");
    Files.writeString(
        settings,
        """
        retainer.mail.host = mail.example.org
        retainer.mail.user = postbox-user
        retainer.mail.password = hunter2secret
        retainer.mail.security = tls
        retainer.mail.from = Lindqvist <board-member@agency.example>
        """);
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
    for (String file :
        List.of("received/abc", "mailbox/m.eml", "reports/zaragoza/r.txt", "secret.key")) {
      Path planted = home.resolve(file);
      Files.createDirectories(planted.getParent());
      Files.writeString(planted, String.join("\n", PLANTED));
    }
    Files.createDirectories(home.resolve("logs"));
    Files.writeString(home.resolve("logs/server.log"), LOG);
    Path none = Files.createDirectories(home.resolve("none"));
    workspace = Workspace.open(new HomeFolder(home), new Installation(none, none, none), CLOCK);
    workspace.state().jdbi().useHandle(SupportBundleTest::rows);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private static void rows(org.jdbi.v3.core.Handle handle) {
    handle.execute(
        "insert into client values ('zaragoza', 'Zaragoza Bakery Пякарня', 'UTC', 'en', 'EUR', now())");
    handle.execute(
        "insert into account (id, name, role, password_hash, created_at) values ('a', 'Anna Svensson', 'owner', 'hunter2secret', now())");
    handle.execute(
        """
        insert into pull_source (id, client_id, kind, account, look_back, first_day, key_id, secret, added_at)
        values ('p', 'zaragoza', 'ga4', 'ga4-property-777', 3, date '2026-01-01', 'k', x'00', now())
        """);
    handle.execute(
        "insert into arrival (id, way, client_id, file, sha256, status, at) values ('r', 'folder', 'zaragoza', 'secret-export-name.csv', 'x', 'accepted', now())");
    handle.execute(
        """
        insert into received_mail (id, mailbox, validity, uid, message_id, sender, recipients, subject, state, marked, at)
        values ('m', 'x', 1, 1, 'm', 'anna.svensson@board.example', 'b@c.example', 'subject-of-a-mail', 'new', true, now())
        """);
    handle.execute(
        "insert into commentary values ('zaragoza', 'seo', '2026-10', 'en', 'summary', 1, 'the-words-of-a-manager', 'Anna Svensson', now())");
  }

  private String text(SupportBundle bundle, String name) {
    return bundle.parts().stream()
        .filter(part -> part.name().equals(name))
        .map(Part::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void holdsNeitherSecretsNorRowsNorNames() {
    SupportBundle bundle =
        SupportBundle.of(
            workspace,
            List.of(new Part("more.txt", "planted", String.join(" , ", LOG, "hunter2secret"))));

    for (Part part : bundle.parts()) {
      for (String planted : PLANTED) {
        assertThat(part.text().toLowerCase(Locale.ROOT))
            .as(part.name())
            .doesNotContain(planted.toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void holdsWhatHelps() {
    SupportBundle bundle = SupportBundle.of(workspace, List.of());

    assertThat(text(bundle, "settings.txt"))
        .contains("retainer.mail.security = tls")
        .contains("retainer.mail.password = (set)")
        .contains("retainer.mail.user = (set)");
    assertThat(text(bundle, "state.txt"))
        .contains("H2 ")
        .contains("made with V")
        .containsPattern("1  client\n")
        .containsPattern("1  commentary\n");
    assertThat(text(bundle, "logs/server.log"))
        .contains("java.lang.IllegalStateException")
        .contains("at io.retainer.app.imports.Intake.run(Intake.java:42)")
        .contains("run 5f1d6f5e-3a57-4b3b-9d0a-0d1c2b3a4f5e of");
    assertThat(text(bundle, "threads.txt")).contains("main: RUNNABLE");
    assertThat(text(bundle, "memory.txt")).contains("heap: ");
  }

  @Test
  void aHomeThatCannotBeOpenedHasOneToo() {
    SupportBundle bundle =
        SupportBundle.ofClosed(
            new HomeFolder(home),
            Configuration.of(home),
            List.of(
                new Part("doctor.txt", "", "signed in as postbox-user; inbox/zaragoza; " + home)));

    assertThat(text(bundle, "doctor.txt"))
        .isEqualTo("signed in as ‹retainer.mail.user›; inbox/‹client›; ‹home›");
  }

  @Test
  void isAZip() throws IOException {
    var bytes = new ByteArrayOutputStream();

    SupportBundle.of(workspace, List.of()).write(bytes);

    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("settings.txt");
      assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).startsWith("retainer.");
    }
  }
}
