package io.retainer.workspace.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.TestDatabase;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-26T08:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  private Path home;
  private Path archive;
  private Installation installation;

  @BeforeEach
  void fill() throws IOException {
    home = folder.resolve("дом");
    archive = folder.resolve("copies/today.zip");
    Path none = Files.createDirectories(folder.resolve("none"));
    installation = new Installation(none, none, none);
    TestDatabase.in(home);
    try (Workspace workspace = open(home)) {
      workspace
          .state()
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute("insert into setting (name, content) values ('kept', 'Прывітанне')");
                handle.execute(
                    """
                    insert into report_schedule (id, client, report, rule, kind, locale, formats,
                      recipients, enabled, planned_until, created_by, created_at)
                    values ('s1', 'nordic', 'seo', 'day 3 at 08:00', 'month', 'fi', 'pdf', '', true,
                      now(), 'olga', now())
                    """);
                handle.execute(
                    """
                    insert into occurrence (id, schedule_id, period, repetition, state, planned_for, created_at)
                    values ('o1', 's1', '2026-10', 0, 'planned', now(), now())
                    """);
                handle.execute(
                    """
                    insert into delivery (id, run_id, client, recipient, message_id, state, attempts,
                      interrupted, created_at, updated_at)
                    values ('d1', 'r1', 'nordic', 'a@b.example', '<m>', 'queued', 0, false, now(), now())
                    """);
              });
      workspace.warehouse().rowsOfAllTables();
      Path script = workspace.home().kpiScripts().resolve("conversion/own.groovy");
      Files.createDirectories(script.getParent());
      Files.writeString(script, "kpi('a.b') {}");
    }
    Files.writeString(home.resolve("secret.key"), "the key");
    Files.writeString(home.resolve("secret.key.new"), "the next key");
  }

  /** What was restored is looked at in its file, wherever the state was that was backed up. */
  private Workspace open(Path at) {
    return at.equals(home)
        ? Workspace.open(new HomeFolder(at), installation, CLOCK)
        : Workspace.openApart(new HomeFolder(at), installation, CLOCK);
  }

  private Backup backUp() {
    try (Workspace workspace = open(home)) {
      return Backup.write(workspace, archive);
    }
  }

  private Restore restore(Path to) {
    return Restore.into(archive, to, installation, CLOCK);
  }

  @Test
  void aHomeComesBackAsItWas() throws IOException {
    Backup backup = backUp();
    Path other = folder.resolve("other");

    Restore restored = restore(other);

    assertThat(restored.files()).isEqualTo(backup.files());
    assertThat(restored.taken()).isEqualTo(CLOCK.instant());
    assertThat(other.resolve("kpi-scripts/conversion/own.groovy")).hasContent("kpi('a.b') {}");
    assertThat(one(other, "select content from setting where name = 'kept'"))
        .isEqualTo("Прывітанне");
  }

  @Test
  void nothingOfARestoredHomeGoesOutByItself() {
    backUp();
    Path other = folder.resolve("other");

    Restore restored = restore(other);

    assertThat(restored.paused()).isEqualTo(1);
    assertThat(restored.unknown()).isEqualTo(1);
    assertThat(one(other, "select state from occurrence")).isEqualTo("held");
    assertThat(one(other, "select state from delivery")).isEqualTo("unknown");
    assertThat(one(other, "select count(*) from report_schedule where enabled")).isEqualTo("0");
    assertThat(one(home, "select count(*) from report_schedule where enabled")).isEqualTo("1");
  }

  @Test
  void theKeyOfCredentialsIsLeftOutAndOthersCannotReadTheBackup() throws IOException {
    backUp();

    assertThat(restoredFiles()).doesNotContain("secret.key", "secret.key.new");
    assertThat(Files.getPosixFilePermissions(archive)).hasSize(2);
    try (var left = Files.list(archive.getParent())) {
      assertThat(left).containsExactly(archive);
    }
  }

  private List<String> restoredFiles() throws IOException {
    Path other = folder.resolve("other");
    restore(other);
    try (var files = Files.walk(other)) {
      return files.map(file -> other.relativize(file).toString()).toList();
    }
  }

  @Test
  void aDamagedBackupIsRefusedAndLeavesNoHome() throws IOException {
    backUp();
    try (var zip = FileSystems.newFileSystem(archive)) {
      Files.writeString(zip.getPath("kpi-scripts/conversion/own.groovy"), "kpi('a.c') {}");
    }

    refuses("own.groovy in it is not what was backed up");
  }

  @Test
  void aBackupThatWasCutShortIsRefused() throws IOException {
    backUp();
    byte[] all = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(all, all.length / 2));

    refuses("was it copied whole?");
  }

  @Test
  void aFileThatTheListDoesNotNameIsRefused() throws IOException {
    backUp();
    try (var zip = FileSystems.newFileSystem(archive)) {
      Files.writeString(zip.getPath("kpi-scripts/more.groovy"), "kpi('a.c') {}");
    }

    refuses("holds more files than its list names");
  }

  @Test
  void aFileOutsideOfTheHomeIsRefused() throws IOException {
    Files.createDirectories(archive.getParent());
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("../evil"));
      zip.putNextEntry(new ZipEntry("backup.json"));
      zip.write(
          """
          {"format": 1, "taken": "2026-11-26T08:00:00Z", "factRows": 0, "files": {"../evil":
            {"bytes": 0, "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}}}
          """
              .getBytes(StandardCharsets.UTF_8));
    }

    refuses("names a file outside of the home: ../evil");
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void anythingElseIsRefused() throws IOException {
    Files.createDirectories(archive.getParent());
    try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      zip.putNextEntry(new ZipEntry("report.pdf"));
    }

    refuses("is no backup");
  }

  private void refuses(String why) {
    Path other = folder.resolve("other");
    assertThatExceptionOfType(BackupException.class)
        .isThrownBy(() -> restore(other))
        .withMessageContaining(why);
    assertThat(other).doesNotExist();
    assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(".restoring"));
  }

  @Test
  void aHomeThatIsThereIsNotTouched() {
    backUp();

    assertThatExceptionOfType(BackupException.class)
        .isThrownBy(() -> restore(home))
        .withMessageContaining("is not empty");
    assertThatExceptionOfType(BackupException.class)
        .isThrownBy(this::backUp)
        .withMessageContaining("is there already");
  }

  private String one(Path at, String sql) {
    try (Workspace workspace = open(at)) {
      return workspace
          .state()
          .jdbi()
          .withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
  }
}
