package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A corpus of scripts that want more than to define a KPI. */
class HostileScriptsTest {

  private static final Path CORPUS = Path.of("src", "test", "resources", "hostile");

  private static final Duration MOST_CPU = Duration.ofSeconds(2);
  private static final long MOST_BYTES = 64L << 20;

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(file -> file.toString().endsWith(".groovy")).sorted().toList();
    }
  }

  @BeforeAll
  static void groovyIsLoaded() {
    assertThat(Script.read("warm.groovy", "kpi('a.b') {\n  unit count\n}\n").problems())
        .isNotEmpty();
  }

  @Test
  void theCorpusIsLarge() throws IOException {
    assertThat(scripts()).hasSizeGreaterThanOrEqualTo(150);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void isRefusedAtLoadAndDoesNothing(Path script) {
    Measured<KpiScriptCheck.Report> check =
        Measured.of(
            () -> KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none())));

    List<KpiProblem> problems = check.result().scripts().get(0).problems();
    assertThat(check.result().passed()).isFalse();
    assertThat(problems).isNotEmpty();
    assertThat(problems).allMatch(problem -> !problem.message().isBlank());
    if (!script.endsWith("large.groovy")) {
      assertThat(problems).as("says where").anyMatch(problem -> problem.line() > 0);
    }
    assertThat(check.cpu()).isLessThan(MOST_CPU);
    assertThat(check.bytes()).isLessThan(MOST_BYTES);
    assertThat(Path.of("HOSTILE")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void isParsedInNoTimeOrNotAtAll(Path script) throws IOException {
    String text = new String(Files.readAllBytes(script), java.nio.charset.StandardCharsets.UTF_8);
    List<ParserThread.Outcome> outcomes = new ArrayList<>();
    GroovySyntax.read(script.toString(), text, new Problems("x"), outcomes::add);

    for (ParserThread.Outcome outcome : outcomes) {
      assertThat(outcome.end()).isEqualTo(ParserThread.End.DONE);
      assertThat(outcome.cpu()).isLessThan(MOST_CPU);
      assertThat(outcome.bytes()).isLessThan(MOST_BYTES);
    }
  }
}
