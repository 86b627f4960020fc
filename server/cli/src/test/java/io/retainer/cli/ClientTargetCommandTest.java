package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTargetCommandTest {

  @TempDir Path home;

  @BeforeEach
  void addAClientWithKpis() throws Exception {
    Path scripts = Files.createDirectories(home.resolve("kpi-scripts"));
    Files.writeString(
        scripts.resolve("own.groovy"),
        """
        kpi('own.sales') {
          title en: 'Sales'
          unit money
          better higher
          from orders
          value { sum(total) }
          where status == 'placed' || status == null
        }

        kpi('own.orders') {
          title en: 'Orders'
          unit count
          better neutral
          from orders
          value { count() }
          where status == 'placed' || status == null
        }

        kpi('own.large-share') {
          title en: 'Share of large orders'
          unit percent
          better lower
          from orders
          value { count().where(total >= 100) / count() }
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

  @Test
  void setsListsAndRemovesTargets() throws Exception {
    Outcome set = target("own.sales", "month", ">= 100 000");
    Outcome later = target("own.sales", "month", "120000", "--from", "2027-01");
    Outcome words = target("own.large-share", "quarter", "at", "most", "40", "%");
    Outcome listed = target("--json");
    Outcome removed = target("own.sales", "month", "--remove", "--from", "2027-01");

    assertThat(set.status()).as(set.err()).isZero();
    assertThat(set.out()).containsPattern("own.sales +month +>= 100000 EUR +always");
    assertThat(later.status()).as(later.err()).isZero();
    assertThat(words.status()).as(words.err()).isZero();
    JsonNode json = Json.read(listed.out());
    assertThat(json).hasSize(3);
    assertThat(json.at("/0/goal").asText()).isEqualTo("<= 40 %");
    assertThat(json.at("/0/high").decimalValue()).isEqualByComparingTo("0.4");
    assertThat(json.at("/0/period").asText()).isEqualTo("quarter");
    assertThat(json.at("/1/from").isNull()).isTrue();
    assertThat(json.at("/2/from").asText()).isEqualTo("2027-01-01");
    assertThat(removed.out()).contains("100000 EUR").doesNotContain("120000");
  }

  @Test
  void aClientWithoutTargetsSaysSo() throws Exception {
    assertThat(target().err()).contains("nordic has no targets");
    assertThat(Json.read(target("--json").out())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "own.sale month 100|There is no KPI \"own.sale\"; did you mean own.sales?",
        "sales month 100|like email.open-rate",
        "own.sales day 100|write month, quarter, week or year",
        "own.sales month 100 USD|money in the client's currency: write it like 100000 EUR",
        "own.sales month much|expected a number like 100000 EUR",
        "own.sales month <= 100|better when it is higher; write >= (at least)",
        "own.large-share month 40|is a percent: write its sign",
        "own.orders month 300|better neither higher nor lower",
        "own.sales month 100 --from soon|write 2026-10, 2026-Q3",
        "own.sales month|Say the kind of period and the goal",
        "own.sales --remove|Say which target goes",
        "own.sales month --remove|nordic has no target of own.sales for each month"
      })
  void saysWhatToTypeInsteadAndChangesNothing(String typed, String advice) {
    Outcome outcome = target(typed.split(" "));

    assertThat(outcome.err()).contains(advice);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(target().err()).contains("nordic has no targets");
  }

  @Test
  void valuesSayTheirTargetAndOthersLookAsBefore() throws Exception {
    Outcome before = value("--kpi", "own.sales");
    target("own.sales", "month", ">= 100000");

    Outcome text = value("--kpi", "own.sales");
    JsonNode json = Json.read(value("--kpi", "own.sales,own.orders", "--json").out());

    assertThat(before.out()).doesNotContain("TARGET");
    assertThat(text.out())
        .startsWith(before.out().substring(0, before.out().indexOf("own.sales:")))
        .containsPattern("own.sales +>= 100000 EUR +– +– +– not judged: no value");
    assertThat(json.at("/0/target/verdict").asText()).isEqualTo("not-judged");
    assertThat(json.at("/0/target/reason").asText()).isEqualTo("no-value");
    assertThat(json.at("/1/target").isNull()).isTrue();
    assertThat(json.at("/1").has("target")).isTrue();
  }

  private Outcome target(String... words) {
    return command("client", "target", words);
  }

  private Outcome value(String... words) {
    Object[] before = {"kpi", "value", "--client", "nordic", "--period", "2026-10", "--home", home};
    return retainer(
        java.util.stream.Stream.of(before, words).flatMap(java.util.Arrays::stream).toArray());
  }

  private Outcome command(String first, String second, String... words) {
    Object[] before = {first, second, "--home", home, "nordic"};
    return retainer(
        java.util.stream.Stream.of(before, words).flatMap(java.util.Arrays::stream).toArray());
  }
}
