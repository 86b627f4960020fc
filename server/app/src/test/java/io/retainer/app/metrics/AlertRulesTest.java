package io.retainer.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule about a metric that there is not never fires, and nobody hears of that. */
class AlertRulesTest {

  private static final Path RULES = Path.of("../cli/src/main/dist/service/alerts.yaml");

  /** As the server names them. */
  private static final Map<String, Long> OPEN =
      Map.of("failed", 1L, "bounced", 1L, "unknown", 1L, "held", 1L, "review", 1L);

  @TempDir Path folder;

  @Test
  void askForMetricsThatThereAre() throws Exception {
    String rules = Files.readString(RULES);
    Set<String> served;
    try (var home =
        new TestHome(
            folder, new SettableClock("2026-11-03T08:00:00Z"), folder.resolve("scripts"))) {
      Metrics.rendered(false, 1);
      Metrics.REQUESTS.labelValues("GET", "/", "200").observe(0.1);
      var stock =
          new Stock(
              home::state,
              () -> home.workspace().warehouse().workload(),
              () -> 0,
              () -> OPEN,
              home.workspace().clock());
      served =
          new MetricsResource(stock)
              .text()
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("[{ ]")[0])
              .collect(Collectors.toSet());
    }

    assertThat(all(rules, "\\b(?:retainer|process|jvm)_[a-z_]+")).isNotEmpty().isSubsetOf(served);
    List<String> whats =
        all(rules, "what=~\"[a-z|]+\"").stream()
            .flatMap(each -> all(each, "[a-z]+").stream())
            .filter(word -> !word.equals("what"))
            .toList();
    assertThat(whats)
        .as("all that waits for a person is told")
        .containsExactlyInAnyOrderElementsOf(OPEN.keySet());
  }

  private static List<String> all(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }
}
