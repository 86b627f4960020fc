package io.retainer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose days are looked at where a figure lacks some. */
class PartsTest {

  private static KpiEngine engine;

  @BeforeAll
  static void read(@TempDir Path folder) {
    engine = new KpiEngine(KpiLibrary.open(List.of(BuiltInScriptsTest.SCRIPTS), folder), null);
  }

  @Test
  void whatIsMadeOfOthersHasTheRowsOfThose() {
    assertThat(parts("customers.acquisition-cost"))
        .contains("customers.new", "ads.cost")
        .doesNotContain("customers.acquisition-cost", "marketing.cost");
  }

  @Test
  void whatIsComputedHasTheRowsOfWhatItIsComputedFrom() {
    assertThat(parts("customers.health-score"))
        .containsExactlyInAnyOrder(
            "orders.revenue", "web.sessions", "web.session-conversion-rate", "email.ctr");
  }

  @Test
  void whatHasRowsOfItsOwnIsItsOwnPart() {
    assertThat(parts("web.sessions")).containsExactly("web.sessions");
    assertThat(parts("nobody.knows")).containsExactly("nobody.knows");
  }

  private static Set<String> parts(String id) {
    return engine.parts(new KpiId(id)).stream().map(KpiId::value).collect(Collectors.toSet());
  }
}
