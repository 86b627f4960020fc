package io.retainer.warehouse.imports;

import static io.retainer.warehouse.Desk.ACME;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.ReadIssue;
import io.retainer.warehouse.Desk;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.RejectedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and addresses of people stay in the file they came in. */
class PersonalDataTest {

  private static final String PAGES = "table landing_pages columns=page,pageviews cut=page";

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aRejectedRowIsReadFromItsFileAndKeptNowhereElse() throws IOException {
    ImportResult result =
        desk.lines(PAGES, "2026-10-01|/|5", "! Anna Virtanen, anna@example.org, many");
    ImportBatch batch = desk.warehouse.batch(result.batch().orElseThrow()).orElseThrow();

    assertThat(result.status()).isEqualTo(Status.PARTIAL);
    assertThat(result.issues())
        .extracting(ReadIssue::saw)
        .containsExactly("Anna Virtanen, …@…, many");
    assertThat(desk.warehouse.rejectedRows(batch.id()))
        .extracting(RejectedRow::text)
        .containsExactly("");
    assertThat(desk.imports.rejectedRows(ACME, batch))
        .extracting(RejectedRow::text)
        .containsExactly("! Anna Virtanen, anna@example.org, many");

    Files.delete(desk.imports.original(batch).orElseThrow());
    assertThat(desk.imports.rejectedRows(ACME, batch))
        .extracting(RejectedRow::text)
        .containsExactly("");
  }

  @Test
  void aRowThatDoesNotFitItsTableIsFoundAgainToo() {
    ImportResult result =
        desk.lines(PAGES, "2026-10-01|/|5", "1066-10-14|/old|5", "2026-10-02|/|7");
    ImportBatch batch = desk.warehouse.batch(result.batch().orElseThrow()).orElseThrow();

    assertThat(desk.imports.rejectedRows(ACME, batch))
        .extracting(RejectedRow::text)
        .containsExactly("[/old, 5]");
  }

  @Test
  void anAddressInAValueBecomesAKeyThatTellsRowsApart() {
    desk.accepted(
        PAGES,
        "2026-10-01|/thanks?mail=anna@example.org&n=1|5",
        "2026-10-01|/thanks?mail=ben@example.org&n=1|7",
        "2026-10-02|/thanks?mail=Anna@Example.org&n=1|2",
        "2026-10-02|/@brand|1");

    var groups =
        desk.warehouse
            .answer(
                Desk.query(
                    "landing_pages",
                    List.of("page"),
                    Optional.empty(),
                    Desk.sum("pageviews"),
                    Desk.OCTOBER))
            .cells();
    assertThat(groups).hasSize(3);
    assertThat(groups.toString())
        .doesNotContain("example.org")
        .contains("/thanks?mail=address-", "/@brand");
  }

  @Test
  void problemsOfAFileShowNoAddress() {
    ImportResult result =
        desk.lines(PAGES, "? the heading anna@example.org, +358 40 123 4567 and @brand");

    assertThat(result.issues())
        .extracting(ReadIssue::saw)
        .containsExactly("the heading …@…, +… and @brand");
  }

  @Test
  void receivedFilesAreForTheirOwnerAloneAndGoWhenTheirTimeIsOver() throws IOException {
    Path received = folder.resolve("kept-files");
    FileImports imports =
        FileImports.open(
            desk.warehouse,
            desk.connectors,
            received,
            new Mappings(folder.resolve("mappings")),
            FileImports.LARGEST_FILE,
            Optional.of(Duration.ofDays(400)),
            Map.of(),
            ClientSettings.none(),
            true);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(received)))
        .isEqualTo("rwx------");

    ImportBatch old = imported(imports, "2026-10-01");
    Path file = imports.original(old).orElseThrow();
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(401))));
    ImportBatch recent = imported(imports, "2026-10-02");

    assertThat(imports.original(old)).isEmpty();
    assertThat(imports.original(recent)).isPresent();
  }

  private ImportBatch imported(FileImports imports, String day) throws IOException {
    Path file = Files.writeString(folder.resolve(day), "lines\n" + PAGES + "\n" + day + "|/|5\n");
    ImportResult result =
        imports
            .importFiles(
                ACME, List.of(ReceivedFile.of(file)), ImportOptions.none(), Progress.silent())
            .get(0);
    return desk.warehouse.batch(result.batch().orElseThrow()).orElseThrow();
  }
}
