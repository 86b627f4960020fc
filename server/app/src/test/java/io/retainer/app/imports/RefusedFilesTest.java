package io.retainer.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.TestHome;
import io.retainer.app.inbox.SessionsConnector;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.ReadIssue;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.ClientScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of which nothing was imported is on the page of today until somebody has dealt with it.
 */
class RefusedFilesTest {

  private static final String GOOD = "sessions\n2026-10-01|12\n2026-10-02|15\n";
  private static final String STRANGE = "nobody,knows\n1,2\n";

  @TempDir private Path home;
  @TempDir private Path files;
  private TestHome agency;
  private Intake intake;
  private RefusedFiles refused;

  @BeforeEach
  void open() throws IOException {
    agency = new TestHome(home, Clock.systemUTC());
    SessionsConnector.install(agency.workspace().home().connectors());
    intake = new Intake(agency.workspace());
    refused = new RefusedFiles(agency.workspace());
  }

  @AfterEach
  void close() {
    agency.close();
  }

  private void take(String name, String text) throws IOException {
    Path file = Files.writeString(files.resolve(name), text);
    intake.take(
        TestHome.SHOP, List.of(new ReceivedFile(name, file)), ImportOptions.none().by("Anna"));
  }

  private List<String> names() {
    return refused.open().stream().map(RefusedFile::file).toList();
  }

  @Test
  void aFileNobodyKnowsIsThereAndOneThatIsImportedIsNot() throws IOException {
    take("strange.csv", STRANGE);
    take("october.csv", GOOD);

    assertThat(refused.open())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.file()).isEqualTo("strange.csv");
              assertThat(file.status()).isEqualTo(Status.UNRECOGNISED);
              assertThat(file.client()).isEqualTo(TestHome.SHOP.id());
            });
  }

  @Test
  void sentTwiceItIsThereOnce() throws IOException {
    take("strange.csv", STRANGE);
    take("strange.csv", STRANGE + "3,4\n");

    assertThat(names()).containsExactly("strange.csv");
  }

  @Test
  void itGoesWhenOneOfItsNameIsImportedLater() throws IOException {
    take("october.csv", STRANGE);
    take("october.csv", GOOD);

    assertThat(names()).isEmpty();
  }

  @Test
  void oneThatWasImportedBeforeSettlesNothing() throws IOException {
    take("october.csv", GOOD);
    take("october.csv", STRANGE);

    assertThat(names()).containsExactly("october.csv");
  }

  @Test
  void itGoesWhenSomebodyHasSeenIt() throws IOException {
    take("strange.csv", STRANGE);

    refused.seen(refused.open().get(0).id());

    assertThat(names()).isEmpty();
  }

  @Test
  void oneThatWasTooLargeToBeReadIsThereToo() {
    intake.refused(
        TestHome.SHOP,
        new ImportResult(
            "large.csv",
            "",
            Status.REJECTED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(ReadIssue.ofFile("a file of 9 MB", "at most 1 MB", "Split the export.")),
            1,
            List.of()));

    assertThat(names()).containsExactly("large.csv");
  }

  @Test
  void whoSeesOnlyOtherClientsNeitherSeesNorRemovesIt() throws IOException {
    take("strange.csv", STRANGE);
    String id = refused.open().get(0).id();

    new ClientScope(Optional.of("stranger"), false).enter();
    try {
      assertThat(refused.open()).isEmpty();
      refused.seen(id);
    } finally {
      ClientScope.leave();
    }

    assertThat(names()).containsExactly("strange.csv");
  }
}
