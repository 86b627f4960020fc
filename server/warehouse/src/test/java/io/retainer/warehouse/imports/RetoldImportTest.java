package io.retainer.warehouse.imports;

import static io.retainer.warehouse.Desk.OCTOBER;
import static io.retainer.warehouse.Desk.sum;
import static io.retainer.warehouse.Desk.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.warehouse.Desk;
import io.retainer.warehouse.ImportBatch;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who corrects what they said about a file imports the same bytes again, and means it. */
class RetoldImportTest {

  private static final String FILE =
      "lines\ntable web_traffic columns=sessions\n2026-10-01|5\n2026-10-02|7\n";

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
  void theSameBytesWithAnotherSettingTakeThePlaceOfTheEarlierReading() {
    ImportResult first = desk.file(FILE, told("Vaasa"));

    ImportResult second = desk.file(FILE, told("Turku, \"=%").by("anna"));

    assertThat(second.status()).isEqualTo(Status.ACCEPTED);
    assertThat(second.account()).contains("Turku, \"=%");
    assertThat(sessions()).isEqualByComparingTo("12");
    ImportBatch earlier = desk.warehouse.batch(first.batch().orElseThrow()).orElseThrow();
    assertThat(earlier.undone()).isTrue();
    assertThat(earlier.undoing().orElseThrow().by()).isEqualTo("anna");
    assertThat(desk.file(FILE, told("Turku, \"=%")).status()).isEqualTo(Status.DUPLICATE);
  }

  @Test
  void whatIsNotSaidAgainIsNoOtherTelling() {
    desk.file(FILE, told("Vaasa"));

    assertThat(desk.file(FILE, told("Vaasa")).status()).isEqualTo(Status.DUPLICATE);
    assertThat(desk.file(FILE, ImportOptions.none()).status()).isEqualTo(Status.DUPLICATE);
    assertThat(desk.file(FILE, told(Map.of("of-another-connector", "x"))).status())
        .isEqualTo(Status.DUPLICATE);
  }

  @Test
  void aDryRunSaysWhatWouldBeAndChangesNothing() {
    ImportResult first = desk.file(FILE, told("Vaasa"));

    ImportResult tried = desk.file(FILE, told("Turku").asDryRun());

    assertThat(tried.account()).contains("Turku");
    assertThat(desk.warehouse.batch(first.batch().orElseThrow()).orElseThrow().undone()).isFalse();
    assertThat(sessions()).isEqualByComparingTo("12");
  }

  @Test
  void aReadingThatIsRejectedLeavesTheEarlierInForce() {
    ImportResult first = desk.file(FILE, told("Vaasa"));

    ImportResult second = desk.file(FILE, told("line\nbreak"));

    assertThat(second.status()).isEqualTo(Status.REJECTED);
    assertThat(desk.warehouse.batch(first.batch().orElseThrow()).orElseThrow().undone()).isFalse();
    assertThat(sessions()).isEqualByComparingTo("12");
  }

  @Test
  void theReadingSaysWhatItHasChanged() {
    String orders = "lines\ntable orders columns=order_id,status grain=EVENT account=shop\n";
    desk.file(orders + "2026-10-01|1|placed\n", told("Vaasa"));

    ImportResult second = desk.file(orders + "2026-10-01|1|placed\n", told("Turku"));

    assertThat(second.restatements()).hasSize(1);
    assertThat(second.restatements().get(0).unchanged()).isEqualTo(1);
  }

  @Test
  void anotherMappingOrPeriodIsAnotherTelling() {
    desk.file(FILE, told("Vaasa").withPeriod(OCTOBER));

    assertThat(desk.file(FILE, told("Vaasa").withPeriod(OCTOBER)).status())
        .isEqualTo(Status.DUPLICATE);
    assertThat(desk.file(FILE, told("Vaasa").withPeriod(Desk.SEPTEMBER)).status())
        .isEqualTo(Status.ACCEPTED);
    assertThat(desk.file(FILE, told("Vaasa").withConnector("lines")).status())
        .isEqualTo(Status.DUPLICATE);
  }

  @Test
  void namesWhatWasReadBeforeASettingOfTheClientWasChanged() {
    FileImports imports =
        FileImports.open(
            desk.warehouse,
            desk.connectors,
            desk.folder.resolve("received"),
            new Mappings(desk.folder.resolve("mappings")),
            FileImports.LARGEST_FILE,
            Optional.empty(),
            Map.of(),
            client -> Map.of("unnamed", "Turku"),
            true);
    ImportResult before = desk.file(FILE, ImportOptions.none());
    desk.file(FILE + "2026-10-03|1\n", told("Turku"));

    assertThat(imports.readOtherwise(Desk.ACME.id()))
        .extracting(ImportBatch::id)
        .containsExactly(before.batch().orElseThrow());
    assertThat(desk.imports.readOtherwise(Desk.ACME.id())).isEmpty();
  }

  private BigDecimal sessions() {
    return value(desk.ask("web_traffic", sum("sessions"), OCTOBER)).orElseThrow();
  }

  private static ImportOptions told(String unnamed) {
    return told(Map.of("unnamed", unnamed));
  }

  private static ImportOptions told(Map<String, String> settings) {
    return ImportOptions.none().withSettings(settings);
  }
}
