package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.language.ComputationText;
import io.retainer.compute.language.Findings;
import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Sums;
import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import io.retainer.kpi.compute.WorkerLimits;
import io.retainer.kpi.compute.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A corpus of computations that want more than to compute, by family. Each is refused when it is
 * saved, or, where it says so, contained by its worker.
 */
class HostileComputationsTest {

  private static final Path CORPUS = Path.of("src", "test", "resources", "hostile-computations");
  private static final Duration MOST_CPU = Duration.ofSeconds(2);
  private static final long MOST_BYTES = 64L << 20;
  private static final int LINE_OF_THE_COMPUTATION = 14;

  private static final String SCRIPT =
      """
      kpi('web.sessions') {
        title en: 'Sessions'
        unit count
        better higher
        from web_traffic
        value { sum(sessions) }
      }
      kpi('own.hostile') {
        title en: 'Hostile'
        unit count
        better higher
        series months: kpi('web.sessions').over(3, month)
        example 'one', months: [1], expect: 1
        compute {
      %s
        }
      }
      """;

  private static final Workers WORKERS =
      Workers.of(
          1,
          new WorkerLimits(
              64,
              Duration.ofMillis(300),
              WorkerLimits.USUAL.still(),
              Duration.ofSeconds(20),
              WorkerLimits.USUAL.start(),
              WorkerLimits.USUAL.idle()));

  @TempDir static Path folder;

  record Case(String family, String title, String text) {
    @Override
    public String toString() {
      return family + ": " + title;
    }
  }

  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.sorted().toList()) {
        String family = file.getFileName().toString().replace(".txt", "");
        for (String part : Files.readString(file).split("(?m)^=== ")) {
          if (!part.isEmpty()) {
            String[] lines = part.split("\n", 2);
            cases.add(new Case(family, lines[0], lines[1].stripTrailing()));
          }
        }
      }
    }
    return cases;
  }

  static List<Case> refused() throws IOException {
    return cases().stream().filter(one -> !one.title.startsWith("contained: ")).toList();
  }

  static List<Case> contained() throws IOException {
    return cases().stream().filter(one -> one.title.startsWith("contained: ")).toList();
  }

  @BeforeAll
  static void warmUp() {
    ask("1");
    parsed("1 + months.last");
  }

  @AfterAll
  static void end() {
    WORKERS.close();
  }

  @AfterEach
  void noFileIsTouched() {
    assertThat(Path.of("HOSTILE")).doesNotExist();
    assertThat(Path.of(System.getProperty("java.home"), "HOSTILE")).doesNotExist();
  }

  @Test
  void theCorpusIsLarge() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(250).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefusedWithItsPlaceWhenItIsSaved(Case hostile) throws IOException {
    Path script = folder.resolve("own.groovy");
    Files.writeString(script, SCRIPT.formatted(hostile.text));

    Measured<KpiScriptCheck.Report> check =
        Measured.of(
            () ->
                KpiScriptCheck.check(
                    List.of(script), new Computing(WORKERS, folder, Authors.all())));

    List<KpiProblem> problems = check.result().scripts().get(0).problems();
    assertThat(problems).isNotEmpty();
    assertThat(problems).anyMatch(problem -> problem.line() >= LINE_OF_THE_COMPUTATION);
    assertThat(problems).allMatch(problem -> !problem.message().isBlank());
    assertThat(check.cpu()).isLessThan(MOST_CPU);
    assertThat(check.bytes()).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesTheServerNoTimeToReadNorMemory(Case hostile) {
    ParserThread.Outcome outcome = parsed(hostile.text);

    assertThat(outcome.end()).isEqualTo(ParserThread.End.DONE);
    assertThat(outcome.cpu()).isLessThan(MOST_CPU);
    assertThat(outcome.bytes()).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @MethodSource("contained")
  void endsWithItsWorkerAndTheNextOneAnswers(Case hostile) {
    Measured<Answer> answer = Measured.of(() -> ask(hostile.text));

    assertThat(answer.result())
        .isInstanceOfAny(
            Answer.Failed.class, Answer.NoValue.class, Answer.NoNumber.class, Answer.Value.class);
    assertThat(answer.cpu()).isLessThan(MOST_CPU);
    assertThat(answer.bytes()).isLessThan(MOST_BYTES);
    assertThat(ask("months.last")).isEqualTo(new Answer.Value(3, Double.NaN, Double.NaN));
  }

  private static Answer ask(String text) {
    return WORKERS.ask(
        new Question(
            false,
            new Question.Source(text, 1, 1),
            List.of(
                new Input("months", new double[] {1, 2, 3}, 12, 2026, 1, Sums.TOTAL_AND_MEAN))));
  }

  private static ParserThread.Outcome parsed(String text) {
    return ParserThread.run(
        () ->
            ComputationText.findings(
                new Question.Source(text, 1, 1), Set.of("months"), new Findings(1, 1)));
  }
}
