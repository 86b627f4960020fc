package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A corpus of scripts that want more than to define a KPI. */
class HostileScriptsTest {

  private static final Path CORPUS = Path.of("src", "test", "resources", "hostile");

  /**
   * Each takes milliseconds; the limit leaves room for a machine that is busy with other builds.
   */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files.filter(file -> file.toString().endsWith(".groovy")).sorted().toList();
    }
  }

  @BeforeAll
  static void warmUp() {
    assertThat(Script.read("warm.groovy", "kpi('a.b') {\n  unit count\n}\n").problems())
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void isRefusedAtLoadAndDoesNothing(Path script) {
    long start = System.nanoTime();
    KpiScriptCheck.Report report = KpiScriptCheck.check(List.of(script));
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    List<KpiProblem> problems = report.scripts().get(0).problems();
    assertThat(report.passed()).isFalse();
    assertThat(problems).isNotEmpty();
    assertThat(problems).allMatch(problem -> !problem.message().isBlank());
    if (!script.endsWith("large.groovy")) {
      assertThat(problems).as("says where").anyMatch(problem -> problem.line() > 0);
    }
    assertThat(took).isLessThan(LONGEST);
    assertThat(Path.of("HOSTILE")).doesNotExist();
  }
}
