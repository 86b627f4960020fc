package io.retainer.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.workspace.ClientScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written down, and how it is read. */
class AuditTest {

  @TempDir private Path folder;

  private TestHome home;
  private AuditLog log;

  @BeforeEach
  void open() {
    home = new TestHome(folder, Clock.systemUTC());
    home.workspace().clients().add(TestHome.SHOP);
    log = new AuditLog(home::state, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    ClientScope.leave();
    home.close();
  }

  @Test
  void whatWasAskedForStandsThereBeforeItIsDoneAndItsOutcomeAfterwards() {
    long entry = log.begin(asked("olga", "/clients/" + TestHome.SHOP.id() + "/targets"));

    assertThat(all()).extracting(AuditEntry::outcomeWord).containsExactly("unknown");
    log.end(entry, 303, Optional.empty(), null);
    assertThat(all())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.who()).isEqualTo("olga");
              assertThat(line.address()).isEqualTo("192.0.2.1");
              assertThat(line.what()).isEqualTo("POST /a/route");
              assertThat(line.client()).contains(TestHome.SHOP.id().value());
              assertThat(line.outcomeWord()).isEqualTo("done");
            });
  }

  @Test
  void refusedAndFailedAreToldApart() {
    log.end(log.begin(asked("olga", "/a")), 404, Optional.empty(), null);
    log.end(log.begin(asked("olga", "/b")), 500, Optional.empty(), null);

    assertThat(all()).extracting(AuditEntry::outcomeWord).containsExactly("failed", "refused");
  }

  @Test
  void itIsNarrowedByWhoClientAndWhatAsTextAndNotAsAPattern() {
    log.begin(asked("olga", "/clients/" + TestHome.SHOP.id() + "/edit"));
    log.begin(asked("o' or '1'='1", "/other"));

    assertThat(list("olga", "", "")).hasSize(1);
    assertThat(list("o' or '1'='1", "", "")).hasSize(1);
    assertThat(list("", TestHome.SHOP.id().value(), "")).hasSize(1);
    assertThat(list("", "", "/other")).hasSize(1);
    assertThat(list("", "", "%")).isEmpty();
  }

  @Test
  void inASpreadsheetNoNameIsAFormulaAndNoneBreaksALine() {
    log.begin(asked("=HYPERLINK(\"http://evil.example\")", "/a"));
    log.begin(asked("two\nlines, \"quoted\"", "/b"));

    assertThat(AuditCsv.of(all()))
        .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"")
        .contains("\"two\nlines, \"\"quoted\"\"\"");
  }

  @Test
  void noCodeChangesOrRemovesALine() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..").toAbsolutePath().normalize())) {
      List<Path> sources =
          files.filter(each -> each.toString().matches(".*/src/main/.*[.](java|sql)")).toList();
      assertThat(sources).hasSizeGreaterThan(300);
      for (Path source : sources) {
        assertThat(Files.readString(source).toLowerCase(java.util.Locale.ROOT))
            .as(source.toString())
            .doesNotContainPattern(
                "(update|delete\\s+from|truncate\\s+table|merge\\s+into)\\s+audit_");
      }
    }
  }

  private List<AuditEntry> all() {
    return list("", "", "");
  }

  private List<AuditEntry> list(String who, String client, String what) {
    return log.list(
        new AuditLog.Filter(
            who, client, what, Optional.empty(), Optional.empty(), Optional.empty(), 10));
  }

  private static AuditLog.Asked asked(String who, String path) {
    return new AuditLog.Asked(who, "id", "192.0.2.1", "POST", "/a/route", path);
  }
}
