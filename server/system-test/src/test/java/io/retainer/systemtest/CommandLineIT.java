package io.retainer.systemtest;

import static io.retainer.systemtest.Launcher.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.demo.exports.DemoBusiness;
import io.retainer.cli.demo.exports.Export;
import io.retainer.systemtest.Launcher.Outcome;
import io.retainer.workspace.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job without a server: what scripts and pipelines of users build on. */
class CommandLineIT {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @TempDir Path folder;

  @Test
  void importsComputesAndReports() throws Exception {
    Path home = folder.resolve("home");
    Path exports = exports(DemoBusiness.all().get(0), "2026-10");

    Outcome imported =
        retainer(
            folder,
            "import",
            "--home",
            home,
            "--client",
            "lastauka",
            "--client-name",
            "Кавярня «Ластаўка»",
            "--zone",
            "Europe/Minsk",
            "--locale",
            "be",
            "--currency",
            "BYN",
            "--json",
            exports);
    JsonNode files = Json.read(imported.out());
    assertThat(files).isNotEmpty();
    files.forEach(
        file -> assertThat(file.path("status").asText()).as(file.toString()).isEqualTo("accepted"));
    assertThat(imported.status()).isZero();

    Outcome again =
        retainer(folder, "import", "--home", home, "--client", "lastauka", "--json", exports);
    Json.read(again.out())
        .forEach(file -> assertThat(file.path("status").asText()).isEqualTo("duplicate"));
    assertThat(again.status()).isZero();

    Outcome values =
        retainer(
            folder,
            "kpi",
            "value",
            "--home",
            home,
            "--client",
            "lastauka",
            "--period",
            "2026-10",
            "--kpi",
            "search.ctr",
            "--kpi",
            "web.sessions",
            "--json");
    JsonNode kpis = Json.read(values.out());
    JsonNode ctr = kpis.path(0);
    assertThat(ctr.path("id").asText()).isEqualTo("search.ctr");
    assertThat(ctr.path("status").asText()).isEqualTo("known");
    assertThat(ctr.path("value").asDouble())
        .isEqualTo(ctr.path("numerator").asDouble() / ctr.path("denominator").asDouble())
        .isBetween(0.01, 0.2);
    assertThat(values.status()).isZero();

    Path out = folder.resolve("reports");
    Outcome report =
        retainer(
            folder,
            "report",
            "--home",
            home,
            "--client",
            "lastauka",
            "--report",
            "monthly-performance",
            "--period",
            "2026-10",
            "--out",
            out,
            "--json");
    List<String> names = new ArrayList<>();
    Json.read(report.out()).path("files").forEach(file -> names.add(file.path("file").asText()));
    assertThat(names).hasSize(2);
    try (var pdf = Loader.loadPDF(Path.of(names.get(0)).toFile())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Ластаўка");
    }
    assertThat(report.status()).isZero();
  }

  @Test
  void aTableNobodyKnowsIsMappedOnceAndThenReadByItself() throws Exception {
    Path home = folder.resolve("home");
    Path october = folder.resolve("Касса октябрь.csv");
    Files.writeString(
        october,
        """
        Касса №1;;;
        Номер чека;Дата;Сумма;Покупатель
        К-1;30.10.2026;1 250,50;anna@example.com
        К-2;31.10.2026;99,00;
        """);
    Path november = folder.resolve("Касса ноябрь.csv");
    Files.writeString(
        november,
        """
        Касса №1;;;
        Номер чека;Дата;Сумма;Покупатель
        К-3;13.11.2026;10,00;anna@example.com
        """);

    Outcome draft =
        retainer(
            folder,
            "mapping",
            "draft",
            "--home",
            home,
            "--dataset",
            "orders",
            "--column",
            "Номер чека=order_id",
            october);
    assertThat(draft.err()).contains("Покупатель", "customer_key");
    assertThat(draft.status()).isZero();
    Path mapping = Files.writeString(folder.resolve("till.yaml"), draft.out());
    Outcome saved = retainer(folder, "mapping", "save", "--home", home, mapping);
    assertThat(saved.out()).contains("till");
    assertThat(saved.status()).isZero();

    Outcome imported =
        retainer(
            folder,
            "import",
            "--home",
            home,
            "--client",
            "kassa",
            "--client-name",
            "Касса",
            "--zone",
            "Europe/Minsk",
            "--currency",
            "BYN",
            "--json",
            october,
            november);

    Json.read(imported.out())
        .forEach(file -> assertThat(file.path("status").asText()).isEqualTo("accepted"));
    assertThat(imported.status()).isZero();
    Outcome value =
        retainer(
            folder,
            "kpi",
            "value",
            "--home",
            home,
            "--client",
            "kassa",
            "--period",
            "2026-10",
            "--kpi",
            "orders.revenue",
            "--json");
    assertThat(new java.math.BigDecimal(Json.read(value.out()).path(0).path("value").asText()))
        .isEqualByComparingTo("1349.50");
  }

  @Test
  void whatIsTypedWrongEndsWithTwoAndAdvice() throws Exception {
    Outcome period =
        retainer(folder, "kpi", "value", "--home", folder, "--client", "a", "--period", "soon");
    Outcome client =
        retainer(
            folder,
            "kpi",
            "value",
            "--home",
            folder,
            "--client",
            "a",
            "--period",
            "2026-10",
            "--json");

    assertThat(period.status()).isEqualTo(2);
    assertThat(period.err()).contains("2026-10, 2026-Q3");
    assertThat(client.status()).isEqualTo(2);
    assertThat(client.out()).isEmpty();
  }

  @Test
  void aFailedExampleEndsWithOne() throws Exception {
    Path script = folder.resolve("wrong.groovy");
    Files.writeString(
        script,
        """
        kpi('email.wrong') {
          title en: 'Wrong'
          about en: 'An example that does not hold.'
          unit percent
          better higher
          from email_campaigns
          value { sum(clicks_unique) / sum(delivered) }
          example 'does not hold', rows: [[delivered: 100, clicks_unique: 20]], expect: 0.5
        }
        """);

    Outcome shipped = retainer(folder, "kpi", "test", "--home", folder);
    Outcome wrong = retainer(folder, "kpi", "test", script);

    assertThat(shipped.status()).as(shipped.out()).isZero();
    assertThat(wrong.status()).isEqualTo(1);
    assertThat(wrong.out()).contains("wrong.groovy", "expected", "0.2");
  }

  @Test
  void hostileFilesAreToldApartAndNothingOfThemIsImported() throws Exception {
    Path home = folder.resolve("home");
    Path hostile = folder.resolve("hostile");
    HostileFiles.write(hostile);
    HostileFiles.huge(hostile);

    Outcome outcome =
        retainer(
            folder,
            "import",
            "--home",
            home,
            "--client",
            "a",
            "--currency",
            "BYN",
            "--json",
            hostile);

    JsonNode results = Json.read(outcome.out());
    assertThat(results).hasSize(HostileFiles.all().size() + 1);
    for (JsonNode result : results) {
      assertThat(result.path("issues")).as(result.toString()).isNotEmpty();
      assertThat(
              result.path("issues").path(0).path("advice").asText()
                  + result.path("issues").path(0).path("expected").asText())
          .as(result.toString())
          .isNotBlank();
      assertThat(result.path("status").asText())
          .as(result.toString())
          .isIn("rejected", "unrecognised", "partial");
    }
    assertThat(outcome.status()).isEqualTo(1);

    Outcome values =
        retainer(
            folder,
            "kpi",
            "value",
            "--home",
            home,
            "--client",
            "a",
            "--period",
            "2026-10",
            "--kpi",
            "search.clicks",
            "--json");
    assertThat(Json.read(values.out()).path(0).path("status").asText()).isEqualTo("no-data");
  }

  private Path exports(DemoBusiness business, String month) throws IOException {
    Path files = Files.createDirectories(folder.resolve("exports"));
    for (Export export : business.exports(OCTOBER)) {
      if (export.name().contains(month) || export.name().contains("2026-11-03")) {
        Files.write(files.resolve(export.name()), export.content());
      }
    }
    return files;
  }
}
