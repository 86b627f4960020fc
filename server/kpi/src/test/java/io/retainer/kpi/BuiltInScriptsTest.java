package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts the product is delivered with. */
class BuiltInScriptsTest {

  static final Path SCRIPTS = Path.of("..", "..", "kpi-scripts");

  @Test
  void allOfThemAreUnderstoodAndAllExamplesHold() {
    KpiScriptCheck.Report report =
        KpiScriptCheck.check(List.of(SCRIPTS), Computing.in(SCRIPTS, Authors.none()));

    assertThat(report.scripts()).hasSizeGreaterThan(5);
    for (KpiScriptCheck.Script script : report.scripts()) {
      assertThat(script.problems()).isEmpty();
      for (KpiScriptCheck.Kpi kpi : script.kpis()) {
        assertThat(kpi.examples()).as(kpi.id()).isNotEmpty();
        assertThat(kpi.examples()).as(kpi.id()).allMatch(KpiScriptCheck.Example::passed);
      }
    }
  }
}
