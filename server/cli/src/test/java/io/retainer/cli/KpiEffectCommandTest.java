package io.retainer.cli;

import static io.retainer.cli.Commands.retainer;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.cli.Commands.Outcome;
import io.retainer.workspace.contract.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a server works in the home it is the one to ask; one that says what it was asked stands in.
 */
class KpiEffectCommandTest {

  @TempDir private Path folder;
  private final List<String> asked = new ArrayList<>();
  private Path script;

  private String answer = "{}";
  private AnsweringServer server;

  @BeforeEach
  void listen() throws Exception {
    script = Files.writeString(folder.resolve("draft.groovy"), "kpi('own.aov') { }");
    server =
        new AnsweringServer(
            folder.resolve("home"),
            (method, path, body) -> {
              asked.add(method + " " + path + " " + Json.read(body));
              return new AnsweringServer.Answer(200, answer);
            });
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Outcome effect(String answered, Object... more) {
    answer = answered;
    List<Object> words =
        new ArrayList<>(List.of("kpi", "effect", script, "--home", folder.resolve("home")));
    words.addAll(List.of(more));
    return retainer(words.toArray());
  }

  @Test
  void showsEachValueBeforeAndAfter() {
    Outcome shown =
        effect(
            """
            {"problems": [], "changed": [{}], "rows": [
              {"client": "nordic", "kpi": "own.aov", "version": "1", "period": "2026-10",
               "changes": true, "before": null,
               "after": {"status": "known", "value": 47.126, "currency": "EUR", "unit": "money"}},
              {"client": "nordic", "kpi": "own.cr", "version": "1", "period": "2026-10",
               "changes": false,
               "before": {"status": "no-data", "value": null, "currency": null, "unit": "percent"},
               "after": {"status": "no-data", "value": null, "currency": null, "unit": "percent"}}]}
            """,
            "--client",
            "nordic",
            "--period",
            "2026-10");

    assertThat(shown.status()).as(shown.err()).isZero();
    assertThat(shown.out())
        .containsPattern("nordic +own.aov +2026-10 +– +47.13 EUR +changes")
        .containsPattern("nordic +own.cr +2026-10 +no-data +no-data +the same");
    assertThat(asked)
        .containsExactly(
            "POST kpi-effects {\"text\":\"kpi('own.aov') { }\",\"clients\":[\"nordic\"],\"periods\":[\"2026-10\"]}");
  }

  @Test
  void whatIsInForceAlreadyIsNoChange() throws Exception {
    Path scripts = Files.createDirectories(folder.resolve("home/kpi-scripts"));
    script = Files.writeString(scripts.resolve("own.groovy"), "kpi('own.aov') { }");

    Outcome refused = effect("{}");

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("is in force already");
    assertThat(asked).isEmpty();
  }

  @Test
  void saysWhyItCouldNotComeIntoForce() {
    Outcome refused =
        effect(
            """
            {"problems": [{"file": "draft", "line": 3, "column": 9, "message": "unknown word 'summ'",
              "advice": "did you mean 'sum'?"}], "changed": [], "rows": []}
            """);

    assertThat(refused.status()).isEqualTo(1);
    assertThat(refused.err()).contains("draft.groovy:3:9 unknown word 'summ'; did you mean 'sum'?");
  }
}
