package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KpiValueCommandTest {

  @TempDir Path home;

  @BeforeEach
  void addAClientWithAKpi() throws Exception {
    Path scripts = Files.createDirectories(home.resolve("kpi-scripts"));
    Files.writeString(
        scripts.resolve("own.groovy"),
        """
        kpi('own.orders') {
          title en: 'Orders'
          unit count
          better higher
          from orders
          value { count() }
          where status == 'placed' || status == null
        }
        """);
    retainer(
        "client",
        "add",
        "nordic",
        "--zone",
        "Europe/Helsinki",
        "--currency",
        "EUR",
        "--home",
        home);
  }

  private Outcome value(Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of("kpi", "value", "--home", home, "--client", "nordic", "--kpi", "own.orders"));
    words.addAll(List.of(more));
    return retainer(words.toArray());
  }

  @Test
  void comparesWithWhatIsAsked() throws Exception {
    Outcome outcome =
        value("--period", "2026-W43", "--compare", "last-year-weekdays,previous-equal", "--json");

    JsonNode figure = Json.read(outcome.out()).get(0);
    JsonNode first = figure.get("compared").get(0);
    assertThat(outcome.status()).isZero();
    assertThat(figure.get("compared")).hasSize(2);
    assertThat(first.get("comparison").textValue()).isEqualTo("last-year-weekdays");
    assertThat(first.get("period").textValue()).isEqualTo("2025-W43");
    assertThat(first.get("periodStart").textValue()).isEqualTo("2025-10-20");
    assertThat(first.get("periodEnd").textValue()).isEqualTo("2025-10-26");
    assertThat(first.get("status").textValue()).isEqualTo("no-data");
    assertThat(first.get("delta").isNull()).isTrue();
    assertThat(figure.get("previous").isNull()).isTrue();
  }

  @Test
  void aBrokenScriptIsToldAndTheLastVersionThatWorkedStaysInForce() throws Exception {
    value("--period", "2026-02");
    Path script = home.resolve("kpi-scripts/own.groovy");
    Files.writeString(script, Files.readString(script).replace("count() }", "summ(total) }"));

    Outcome outcome = value("--period", "2026-02");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("own.orders");
    assertThat(outcome.err())
        .contains("unknown word 'summ'")
        .contains("the last version of a script that worked stays in force");
  }

  @Test
  void comparesWithThePeriodBeforeAndLastYearWhenNothingIsAsked() {
    assertThat(value("--period", "2026-02").out())
        .contains("previous: 2026-02-01..2026-02-28 compared with 2026-01-01..2026-01-31")
        .contains("last-year: 2026-02-01..2026-02-28 compared with 2025-02-01..2025-02-28");
  }

  @Test
  void namesTheWordsOfComparisons() {
    Outcome outcome = value("--period", "2026-02", "--compare", "yesterday");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("\"yesterday\" is no comparison")
        .contains("previous, previous-equal, last-year, last-year-weekdays");
  }
}
