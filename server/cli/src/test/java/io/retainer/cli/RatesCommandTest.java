package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.Commands.Outcome;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.TableHeader;
import io.retainer.warehouse.Intake;
import io.retainer.warehouse.IntakeTable;
import io.retainer.warehouse.Warehouse;
import io.retainer.workspace.HomeFolder;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatesCommandTest {

  @TempDir Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("eurofxref-hist.csv"), text);
  }

  @Test
  void aFileIsTakenOnceAndListed() throws Exception {
    Path file = file("Date,USD,JPY,\n2026-10-02,1.1,160,\n2026-10-01,1.2,N/A,\n");

    Outcome taken = retainer("rates", "import", file, "--home", home());
    Outcome again = retainer("rates", "import", file, "--home", home());
    JsonNode listed = Json.read(retainer("rates", "list", "--json", "--home", home()).out());

    assertThat(taken.status()).isZero();
    assertThat(taken.out()).contains("3 new rates, 0 changed, 2026-10-01 to 2026-10-02");
    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("Nothing new is in it");
    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).path("file").asText()).isEqualTo("eurofxref-hist.csv");
    assertThat(listed.get(0).path("by").asText()).endsWith("(command line)");
  }

  @Test
  void theLatestFileIsTakenBackAndTheListSaysByWhom() throws Exception {
    retainer("rates", "import", file("Date,USD,\n2026-10-02,1.1,\n"), "--home", home());
    retainer("rates", "import", file("Date,USD,\n2026-10-02,11,\n"), "--home", home());

    Outcome early = retainer("rates", "undo", "1", "--home", home());
    Outcome undone = retainer("rates", "undo", "2", "--home", home());
    JsonNode listed = Json.read(retainer("rates", "list", "--json", "--home", home()).out());

    assertThat(early.status()).isEqualTo(1);
    assertThat(early.err()).contains("take back no. 2 first");
    assertThat(undone.status()).isZero();
    assertThat(undone.out()).contains("No. 2, eurofxref-hist.csv, was taken back");
    assertThat(listed.get(0).path("undoneBy").asText()).endsWith("(command line)");
    assertThat(listed.get(1).path("undoneBy").isNull()).isTrue();
  }

  @Test
  void aWrongFileIsRefusedWithItsLine() throws Exception {
    Outcome refused =
        retainer("rates", "import", file("Date,USD\n2026-10-02,-1\n"), "--home", home());

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("Line 2 has \"-1\" for USD");
    assertThat(retainer("rates", "list", "--home", home()).out()).contains("no exchange rates yet");
  }

  @Test
  void aClientSaysWhetherItsAmountsAreConverted() throws Exception {
    retainer("client", "add", "acme", "--home", home());

    Outcome on = retainer("client", "set", "acme", "convert-amounts=on", "--home", home());
    Outcome wrong = retainer("client", "set", "acme", "convert-amounts=EUR", "--home", home());
    Outcome off = retainer("client", "set", "acme", "convert-amounts=off", "--home", home());

    assertThat(on.out()).contains("convert-amounts = on");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("convert-amounts is on or off");
    assertThat(off.out()).doesNotContain("convert-amounts");
  }

  /** A shop of two currencies, from the file of the bank to the figure. */
  @Test
  void aFigureIsInTheClientsCurrencyOnceItWantsThat() throws Exception {
    retainer("client", "add", "acme", "--currency", "EUR", "--home", home());
    Files.createDirectories(home().resolve("kpi-scripts"));
    Files.writeString(
        home().resolve("kpi-scripts/own.groovy"),
        """
        kpi('own.sold') {
          title en: 'Sold'
          unit money
          better higher
          from orders
          value { sum(total) }
          where status == 'placed' || status == null
        }
        """);
    retainer(
        "rates",
        "import",
        file("Date,USD,\n2026-10-05,1.25,\n2026-10-02,1.6,\n"),
        "--home",
        home());
    orders();

    JsonNode apart = value("2026-10");
    retainer("client", "set", "acme", "convert-amounts=on", "--home", home());
    JsonNode together = value("2026-10");
    JsonNode without = value("2026-09");

    assertThat(apart.path("status").asText()).isEqualTo("not-computable");
    assertThat(apart.toString()).contains("convert-amounts=on");
    // 100 dollars of a Saturday at Friday's 1.6, 50 of a Monday at 1.25, and 7 euros.
    assertThat(together.path("status").asText()).isEqualTo("known");
    assertThat(together.path("value").decimalValue()).isEqualByComparingTo("109.5");
    assertThat(together.path("currency").asText()).isEqualTo("EUR");
    assertThat(together.path("converted").path("used"))
        .extracting(used -> used.path("first").asText() + " " + used.path("published").asText())
        .containsExactly("2026-10-03 2026-10-02", "2026-10-05 2026-10-05");
    assertThat(apart.has("converted")).isFalse();
    assertThat(without.path("status").asText()).isEqualTo("not-computable");
    assertThat(without.toString()).contains("no exchange rate of USD for 2026-09-10");
  }

  private JsonNode value(String period) throws Exception {
    return Json.read(
            retainer(
                    "kpi",
                    "value",
                    "--client",
                    "acme",
                    "--kpi",
                    "own.sold",
                    "--period",
                    period,
                    "--json",
                    "--home",
                    home())
                .out())
        .get(0);
  }

  private void orders() throws Exception {
    Client client =
        new Client(
            new ClientId("acme"),
            "acme",
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Currency.getInstance("EUR"));
    try (Warehouse warehouse = Warehouse.open(new HomeFolder(home()).facts());
        Intake intake = warehouse.intake(client, "shop")) {
      IntakeTable table =
          intake.table(
              new TableHeader(
                  "orders",
                  Datasets.ORDERS,
                  List.of("order_id", "currency", "total"),
                  Set.of(),
                  Grain.EVENT,
                  true,
                  Optional.of(
                      DateSpan.ofDays(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 31))),
                  "shop",
                  Optional.empty()));
      int row = 0;
      for (String order :
          List.of(
              "2026-09-10 USD 5", "2026-10-03 USD 100", "2026-10-05 USD 50", "2026-10-06 EUR 7")) {
        String[] cells = order.split(" ");
        table.append(
            ++row,
            DateSpan.ofDay(LocalDate.parse(cells[0])),
            new Object[] {"o" + row, cells[1], new BigDecimal(cells[2])});
      }
      intake.finish();
      intake.accept();
      intake.keep(
          new ImportResult(
              "orders",
              "hash",
              ImportResult.Status.ACCEPTED,
              Optional.empty(),
              Optional.of("shop"),
              Optional.empty(),
              List.of(),
              List.of(),
              0,
              List.of()),
          0);
    }
  }
}
