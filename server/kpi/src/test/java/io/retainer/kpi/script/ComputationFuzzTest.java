package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.language.ComputationText;
import io.retainer.compute.language.Findings;
import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Sums;
import io.retainer.kpi.compute.WorkerLimits;
import io.retainer.kpi.compute.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Texts from a grammar, by seed, shown to loader, parser and worker. A quick run in every build; a
 * long one by the profile soak. One text again: {@code -Dfuzz.first=SEED -Dfuzz.texts=1}.
 */
class ComputationFuzzTest {

  private static final long FIRST = Long.getLong("fuzz.first", 1);
  private static final int TEXTS = Integer.getInteger("fuzz.texts", 300);
  private static final Duration MOST_CPU = Duration.ofSeconds(2);
  private static final long MOST_BYTES = 64L << 20;

  private static final Workers WORKERS =
      Workers.of(
          1,
          new WorkerLimits(
              64,
              Duration.ofSeconds(1),
              WorkerLimits.USUAL.still(),
              Duration.ofSeconds(20),
              WorkerLimits.USUAL.start(),
              WorkerLimits.USUAL.idle()));

  @BeforeAll
  static void groovyIsLoaded() {
    read("1");
  }

  @AfterAll
  static void end() {
    WORKERS.close();
  }

  @Test
  void parserIsDoneInNoTimeAndRefusalsSayWhere() {
    for (long seed = FIRST; seed < FIRST + TEXTS; seed++) {
      String text = ComputationFuzz.text(seed);
      Findings findings = new Findings(1, 1);
      ParserThread.Outcome outcome = read(text, findings);

      String about = "seed " + seed + ": " + text;
      assertThat(outcome.end()).as(about).isEqualTo(ParserThread.End.DONE);
      assertThat(outcome.cpu()).as(about).isLessThan(MOST_CPU);
      assertThat(outcome.bytes()).as(about).isLessThan(MOST_BYTES);
      for (Finding finding : findings.list()) {
        assertThat(finding.line()).as(about).isPositive();
        assertThat(finding.message()).as(about).isNotBlank();
      }
    }
  }

  @Test
  void loaderReadsAScriptWithAnyOfThem() {
    for (long seed = FIRST; seed < FIRST + TEXTS; seed++) {
      String script =
          "kpi('a.b') {\n  unit count\n  compute { " + ComputationFuzz.text(seed) + " }\n}\n";
      Measured<Script> read = Measured.of(() -> Script.read("fuzz.groovy", script));

      assertThat(read.result().problems()).as("seed " + seed).isNotEmpty();
      assertThat(read.cpu()).as("seed " + seed).isLessThan(MOST_CPU);
      assertThat(read.bytes()).as("seed " + seed).isLessThan(MOST_BYTES);
    }
  }

  @Test
  void workerAnswersOrIsReplacedAndGoesOn() {
    int values = 0;
    int refused = 0;
    for (long seed = FIRST; seed < FIRST + TEXTS; seed++) {
      String text = ComputationFuzz.text(seed);
      if (!read(text, new Findings(1, 1)).end().equals(ParserThread.End.DONE)) {
        continue;
      }
      Answer answer = ask(text);
      values += answer instanceof Answer.Refused ? 0 : 1;
      refused += answer instanceof Answer.Refused ? 1 : 0;
      assertThat(answer).as("seed " + seed + ": " + text).isNotNull();
    }
    assertThat(values).as("texts that were run").isPositive();
    assertThat(refused).as("texts that were refused").isPositive();
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

  private static void read(String text) {
    read(text, new Findings(1, 1));
  }

  private static ParserThread.Outcome read(String text, Findings findings) {
    return ParserThread.run(
        () ->
            ComputationText.findings(new Question.Source(text, 1, 1), Set.of("months"), findings));
  }
}
