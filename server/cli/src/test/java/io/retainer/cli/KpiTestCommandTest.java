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

/** A script of one's own, tried before it is saved, beside the KPIs in force. */
class KpiTestCommandTest {

  private static final String EXAMPLE = "search_queries: [[clicks: 1, impressions: 4]]";

  @TempDir Path home;
  @TempDir Path drafts;

  @BeforeEach
  void twoKpisInForce() throws Exception {
    Path folder = Files.createDirectories(home.resolve("kpi-scripts"));
    script(folder.resolve("ctr.groovy"), "own.ctr", "sum(clicks) / sum(impressions)", "0.25");
    script(folder.resolve("seen.groovy"), "own.seen", "sum(clicks) / sum(impressions)", "0.25");
  }

  private static Path script(Path file, String id, String value, String expected) throws Exception {
    return Files.writeString(
        file,
        """
        kpi('%s') {
          title en: 'Own'
          unit percent
          better higher
          %s
          value { %s }
          example 'it holds', %s, expect: %s
        }
        """
            .formatted(
                id,
                value.contains("kpi(") ? "" : "from search_queries",
                value,
                value.contains("kpi(") ? EXAMPLE : EXAMPLE.replace("search_queries", "rows"),
                expected));
  }

  @Test
  void aScriptMayReferToKpisInForce() throws Exception {
    Path draft = drafts.resolve("rest.groovy");
    Outcome held =
        retainer(
            "kpi", "test", script(draft, "own.rest", "1 - kpi('own.ctr')", "0.75"), "--home", home);
    Outcome failed =
        retainer(
            "kpi",
            "test",
            script(draft, "own.rest", "1 - kpi('own.ctr')", "0.5"),
            "--json",
            "--home",
            home);

    assertThat(held.out()).contains("1 script, 1 KPI, 1 example, all hold");
    assertThat(held.status()).isZero();
    JsonNode scripts = Json.read(failed.out());
    assertThat(scripts).hasSize(1);
    assertThat(scripts.findValuesAsText("was")).containsExactly("0.75");
    assertThat(failed.status()).isEqualTo(1);
  }

  @Test
  void aDraftMayDefineAKpiInForceAnew() throws Exception {
    Path draft =
        script(
            drafts.resolve("ctr.groovy"), "own.ctr", "1 - sum(clicks) / sum(impressions)", "0.75");

    assertThat(retainer("kpi", "test", draft, "--home", home).out())
        .contains("1 script, 1 KPI, 1 example");
    assertThat(retainer("kpi", "test", home.resolve("kpi-scripts"), "--home", home).out())
        .contains("2 scripts, 2 KPIs, 2 examples, all hold");
    assertThat(retainer("kpi", "test", "--home", home).out()).contains("all hold");
  }

  @Test
  void severalKpisMayFollowTheirOption() throws Exception {
    retainer("client", "add", "acme", "--home", home);
    for (String command : new String[] {"value", "list"}) {
      Outcome outcome =
          retainer(
              "kpi",
              command,
              "--client",
              "acme",
              "--period",
              "2026-10",
              "--kpi",
              "own.seen",
              "own.ctr",
              "--json",
              "--home",
              home);
      assertThat(Json.read(outcome.out()).findValuesAsText("id"))
          .as(command)
          .containsExactly("own.seen", "own.ctr");
    }
    assertThat(retainer("kpi", "list", "--client", "nobody", "--home", home).status()).isEqualTo(2);
  }
}
