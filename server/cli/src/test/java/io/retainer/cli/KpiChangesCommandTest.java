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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a KPI changed, and what a change would do. */
class KpiChangesCommandTest {

  @TempDir Path home;
  @TempDir Path drafts;
  private Path draft;

  @BeforeEach
  void aKpiAndTwoOrders() throws Exception {
    draft = drafts.resolve("own.groovy");
    save(home.resolve("kpi-scripts/own.groovy"), "count()");
    retainer("client", "add", "acme", "--home", home);
    orders("acme", 2026);
  }

  private static void save(Path file, String value) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        kpi('own.orders') {
          title en: 'Orders'
          unit count
          better higher
          from orders
          value { %s }
          where status == 'placed' || status == null
          example 'orders', rows: [[total: 100], [total: 900]], expect: %s
        }
        """
            .formatted(value, value.contains("where") ? "1" : "2"));
  }

  private void orders(String name, int year) throws Exception {
    Client client =
        new Client(
            new ClientId(name),
            name,
            ZoneId.of("UTC"),
            Locale.ENGLISH,
            Currency.getInstance("EUR"));
    try (Warehouse warehouse = Warehouse.open(new HomeFolder(home).facts());
        Intake intake = warehouse.intake(client, "shop")) {
      IntakeTable table =
          intake.table(
              new TableHeader(
                  "orders",
                  Datasets.ORDERS,
                  List.of("order_id", "total"),
                  Set.of(),
                  Grain.EVENT,
                  true,
                  Optional.of(
                      DateSpan.ofDays(LocalDate.of(year, 9, 1), LocalDate.of(year, 10, 31))),
                  "shop",
                  Optional.of("EUR")));
      DateSpan day = DateSpan.ofDay(LocalDate.of(year, 10, 5));
      table.append(1, day, new Object[] {"1", new BigDecimal("100")});
      table.append(2, day, new Object[] {"2", new BigDecimal("900")});
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

  @Test
  void showsWhatAScriptWouldChangeBeforeItIsSaved() throws Exception {
    save(draft, "count().where(total > 500)");

    Outcome shown = retainer("kpi", "effect", draft, "--period", "2026-09,2026-10", "--home", home);
    Outcome json =
        retainer(
            "kpi",
            "effect",
            draft,
            "--client",
            "acme",
            "--period",
            "2026-10",
            "--json",
            "--home",
            home);
    Outcome value =
        retainer(
            "kpi",
            "value",
            "--client",
            "acme",
            "--period",
            "2026-10",
            "--kpi",
            "own.orders",
            "--json",
            "--home",
            home);

    assertThat(shown.status()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains("own.orders  version ")
        .containsPattern("acme +own.orders +2026-09 +0 +0 +the same")
        .containsPattern("acme +own.orders +2026-10 +2 +1 +changes");
    JsonNode row = Json.read(json.out()).get(0);
    assertThat(row.path("before").path("value").asInt()).isEqualTo(2);
    assertThat(row.path("after").path("value").asInt()).isEqualTo(1);
    assertThat(row.path("changes").asBoolean()).isTrue();
    assertThat(Json.read(value.out()).get(0).path("value").asInt()).isEqualTo(2);
  }

  @Test
  void theLastMonthsOfTheDataAreShownUnlessOthersAreAskedFor() throws Exception {
    retainer("client", "add", "former", "--home", home);
    orders("former", 2024);
    save(draft, "count().where(total > 500)");

    Outcome shown = retainer("kpi", "effect", draft, "--client", "former", "--home", home);

    assertThat(shown.out())
        .containsPattern("former +own.orders +2024-08 ")
        .containsPattern("former +own.orders +2024-10 +2 +1 +changes");
  }

  @Test
  void aScriptThatCouldNotComeIntoForceIsRefusedWithItsProblems() throws Exception {
    save(draft, "count().where(total > 5000)");

    Outcome shown = retainer("kpi", "effect", draft, "--home", home);

    assertThat(shown.status()).isEqualTo(1);
    assertThat(shown.err()).contains("own.groovy:8", "gave 0, expected 1");
    assertThat(shown.out()).isEmpty();
  }

  @Test
  void theEffectTellsWhichKpisAreGoneWithTheFileItTakesThePlaceOf() throws Exception {
    save(home.resolve("kpi-scripts/shop/money.groovy"), "count()");
    rename(home.resolve("kpi-scripts/shop/money.groovy"), "own.money");
    Path report = home.resolve("report-templates/mine/report.yaml");
    Files.createDirectories(report.getParent());
    Files.writeString(report, "scorecard:\n  - own.money\n");
    Path copy = draft.resolveSibling("money.groovy");
    save(copy, "count()");
    rename(copy, "own.other");

    Outcome shown = retainer("kpi", "effect", copy, "--home", home);

    assertThat(shown.err())
        .contains(
            "saved as shop/money.groovy it takes the place of a file that has these KPIs too, and"
                + " they are gone: own.money (used in report mine); add them, or save it under"
                + " another name");
  }

  private static void rename(Path script, String id) throws Exception {
    Files.writeString(script, Files.readString(script).replace("own.orders", id));
  }

  @Test
  void theEffectOfWhatIsInForceAlreadyIsWrongUsage() {
    Outcome shown =
        retainer("kpi", "effect", home.resolve("kpi-scripts/own.groovy"), "--home", home);

    assertThat(shown.status()).isEqualTo(2);
    assertThat(shown.err()).contains("is in force already");
  }

  @Test
  void tellsHowAKpiChanged() throws Exception {
    retainer("kpi", "list", "--home", home);
    save(home.resolve("kpi-scripts/own.groovy"), "count().where(total > 500)");

    Outcome told = retainer("kpi", "history", "own.orders", "--home", home);
    Outcome json = retainer("kpi", "history", "own.groovy", "--json", "--home", home);
    Outcome unknown = retainer("kpi", "history", "own.grovy.groovy", "--home", home);

    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("-  value { count() }", "+  value { count().where(total > 500) }")
        .containsPattern("[0-9a-f]{10}  2.*Z  by \\S+  in own.groovy");
    assertThat(Json.read(json.out())).hasSize(2);
    assertThat(Json.read(json.out()).get(1).path("diff").toString()).contains("total > 500");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("own.groovy");
  }
}
