package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KpiProblemTest {

  @Test
  void namesAPlaceAndWhatToDo() {
    assertThat(new KpiProblem("retention/email.groovy", 12, 18, "unknown word 'summ'", "write sum"))
        .hasToString("retention/email.groovy:12:18 unknown word 'summ'; write sum");
    assertThat(new KpiProblem("a.groovy", 0, 0, "is empty", "")).hasToString("a.groovy is empty");
  }

  @Test
  void aTerminalObeysNoNameOfAFile() {
    assertThat(new KpiProblem("x\u001b[31m\u202e\n.groovy", 3, 0, "is empty", ""))
        .hasToString("x\\u{1b}[31m\\u{202e}\\u{a}.groovy:3 is empty");
    assertThat(KpiProblem.shown("выручка ä 🦊.groovy")).isEqualTo("выручка ä 🦊.groovy");
  }

  @Test
  void aLongListIsNotSaidWhole() {
    KpiProblem problem = new KpiProblem("a.groovy", 1, 1, "'x', ".repeat(5_000), "y".repeat(5_000));

    assertThat(problem.message()).hasSizeLessThan(1_100).endsWith("…");
    assertThat(problem.advice()).hasSizeLessThan(1_100).endsWith("…");
  }
}
