package io.retainer.warehouse.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.imports.Doubled;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.warehouse.Desk;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who imports days of an account that another source has brought already wants to be told. */
class DoubledImportTest {

  private static final String BIRCH = "table web_traffic columns=sessions account=birch.example";

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
  void namesTheOtherSourceAndTheDaysThatBothHave() throws Exception {
    pulled("https://www.birch.example/", "2026-10-05", "2026-10-20");

    ImportResult result = desk.accepted(BIRCH, Desk.days("2026-10-10", "2026-10-31", "5"));

    assertThat(result.doubled())
        .containsExactly(
            new Doubled(
                "web_traffic",
                "pull",
                "https://www.birch.example/",
                Desk.span("2026-10-10", "2026-10-20")));
    assertThat(desk.warehouse.batches(Desk.ACME.id()).get(0).result().doubled())
        .isEqualTo(result.doubled());
  }

  @Test
  void saysItInADryRunToo() throws Exception {
    pulled("birch.example", "2026-10-05", "2026-10-20");

    ImportResult result =
        desk.file(
            "lines\n" + BIRCH + "\n" + Desk.days("2026-10-10", "2026-10-31", "5"),
            ImportOptions.none().asDryRun());

    assertThat(result.doubled()).hasSize(1);
  }

  @Test
  void saysNothingOfOtherAccountsOtherDaysAndTheSameSource() throws Exception {
    pulled("larch.example", "2026-10-01", "2026-10-31");
    pulled("birch.example", "2026-09-01", "2026-09-30");
    desk.accepted(BIRCH, Desk.days("2026-10-10", "2026-10-31", "5"));

    assertThat(desk.accepted(BIRCH, Desk.days("2026-10-10", "2026-10-31", "6")).doubled())
        .isEmpty();
  }

  private void pulled(String account, String first, String last) throws Exception {
    try (Intake intake = desk.warehouse.intake(Desk.ACME, "pull")) {
      IntakeTable table =
          intake.table(
              new TableHeader(
                  "days",
                  Datasets.WEB_TRAFFIC,
                  List.of("sessions"),
                  Set.of(),
                  Grain.DAY,
                  true,
                  Optional.empty(),
                  account,
                  Optional.empty()));
      LocalDate end = LocalDate.parse(last);
      for (LocalDate day = LocalDate.parse(first); !day.isAfter(end); day = day.plusDays(1)) {
        table.append(1, DateSpan.ofDay(day), new Object[] {7L});
      }
      intake.accept();
      intake.keep(
          new ImportResult(
              "pulled",
              account + first,
              ImportResult.Status.ACCEPTED,
              Optional.of(intake.batch()),
              Optional.of("pull"),
              Optional.of(account),
              List.of(),
              List.of(),
              0,
              List.of()),
          1);
    }
  }
}
