package io.retainer.warehouse.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.ReadIssue;
import io.retainer.warehouse.Desk;
import io.retainer.warehouse.TestFacts;
import io.retainer.warehouse.Warehouse;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.ConnectorLimits;
import io.retainer.warehouse.fake.ConnectorJar;
import io.retainer.warehouse.fake.LinesConnector;
import io.retainer.warehouse.fake.MischiefConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a connector does with a file, its import ends with a reason and the next one works. */
class MischiefImportTest {

  private static final ConnectorLimits SHORT =
      new ConnectorLimits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  private Path folder;
  private Warehouse warehouse;
  private ConnectorLibrary library;
  private FileImports imports;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path jars = Files.createDirectory(folder.resolve("jars"));
    ConnectorJar.write(jars.resolve("lines.jar"), LinesConnector.class);
    ConnectorJar.write(jars.resolve("mischief.jar"), MischiefConnector.class, LinesConnector.class);
    warehouse = TestFacts.open(folder, Clock.systemUTC());
    library = ConnectorLibrary.open(List.of(jars), SHORT);
    imports = FileImports.open(warehouse, library, folder.resolve("received"));
  }

  @AfterEach
  void close() {
    System.setProperty(MischiefConnector.OVER, "yes");
    library.close();
    warehouse.close();
    System.clearProperty(MischiefConnector.OVER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hang a little",
        "stubborn",
        "overflow",
        "memory",
        "linkage",
        "assertion",
        "exit",
        "halt",
        "rows",
        "open"
      })
  void theImportEndsWithAReasonAndTheNextOneWorks(String what) throws IOException {
    ImportResult result = file("mischief read " + what);

    assertThat(result.status()).isEqualTo(Status.REJECTED);
    assertThat(result.issues()).isNotEmpty();
    assertThat(result.issues().get(0).saw())
        .containsAnyOf("the connector mischief failed: ", "no row of data");
    assertThat(sound().status()).isEqualTo(Status.ACCEPTED);
  }

  @Test
  void aFileThatNeedsMoreMemoryThanThereIsSaysWhatToDo() throws IOException {
    ImportResult result = file("mischief read memory");

    assertThat(result.issues())
        .extracting(ReadIssue::advice)
        .anySatisfy(
            advice ->
                assertThat(advice).contains("Import it in parts").contains("RETAINER_SERVER_OPTS"));
  }

  @Test
  void aConnectorThatHangsWhileItRecognisesKeepsNoOtherFromReadingTheFile() throws IOException {
    ImportResult result = file("mischief recognise hang a little");

    assertThat(result.status()).isEqualTo(Status.UNRECOGNISED);
    assertThat(result.issues())
        .extracting(ReadIssue::saw)
        .anySatisfy(saw -> assertThat(saw).contains("was stopped"));
    assertThat(sound().status()).isEqualTo(Status.ACCEPTED);
  }

  private ImportResult sound() throws IOException {
    return file("lines\ntable web_traffic columns=sessions grain=DAY account=a\n2026-10-01|5");
  }

  private ImportResult file(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), content + "\n");
    return imports
        .importFiles(
            Desk.ACME, List.of(ReceivedFile.of(file)), ImportOptions.none(), Progress.silent())
        .get(0);
  }
}
