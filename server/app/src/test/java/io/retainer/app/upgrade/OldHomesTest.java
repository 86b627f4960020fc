package io.retainer.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.app.shell.Language;
import io.retainer.model.client.Client;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.Installation;
import io.retainer.workspace.StateInFile;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Homes that servers of former versions made, with a client, imports and a report that went out.
 * They are copies of what these versions wrote and are never made again.
 */
class OldHomesTest {

  private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"70", "93"})
  void aReportThatAnOldVersionIssuedOpensAndIsTheSameBytes(String version) throws IOException {
    unpack(version);
    assertThat(new StateInFile(new HomeFolder(home).state()).version().version()).contains(version);

    try (Workspace workspace = open()) {
      var runs = new Runs(() -> workspace.state().jdbi(), Clock.systemUTC());
      var files = new RunFiles(workspace.home());
      List<Run> ready = runs.latest(Optional.empty(), Optional.of(Run.State.READY), 10);

      assertThat(ready).isNotEmpty();
      for (Run run : ready) {
        assertThat(run.files()).hasSize(2);
        assertThat(files.areAsRendered(run)).as("PDF and workbook of %s", run.id()).isTrue();
        for (RunFile file : run.files()) {
          assertThat(Files.size(files.path(run, file))).isEqualTo(file.size());
        }
        assertThat(files.overview(run, Language.EN)).as("the page of the run").isPresent();
        assertThat(files.mail(run).subject()).isNotBlank();
      }
      var steps = new RunSteps(() -> workspace.state().jdbi(), Clock.systemUTC());
      assertThat(ready).as("one went out").anyMatch(run -> !steps.of(run).isEmpty());
    }
    assertThat(home.resolve("before-upgrade/state-of-version-" + version + ".mv.db")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"70", "93"})
  void theFactsOfAnOldVersionAnswer(String version) throws IOException {
    unpack(version);

    try (Workspace workspace = open()) {
      Client client = workspace.clients().all().get(0);
      assertThat(workspace.warehouse().batches(client.id())).isNotEmpty();
      assertThat(workspace.warehouse().coverage(client.id())).isNotEmpty();
      assertThat(workspace.warehouse().rowsOfAllTables()).isPositive();
    }
  }

  private Workspace open() {
    var parts =
        new Installation(
            home.resolve("no-connectors"),
            home.resolve("no-scripts"),
            CHECKOUT.resolve("report-templates"));
    return Workspace.open(new HomeFolder(home), parts, Clock.systemUTC());
  }

  private void unpack(String version) throws IOException {
    try (InputStream in = OldHomesTest.class.getResourceAsStream("home-V" + version + ".zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = home.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }
}
