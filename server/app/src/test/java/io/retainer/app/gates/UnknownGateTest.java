package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownGateTest {

  private final UnknownGate gate = new UnknownGate();

  @Test
  void saysWhatPartBelongsToNothingWithAName() {
    assertThat(texts("channel", "(not set)", "30"))
        .singleElement()
        .asString()
        .contains("Sessions", "30", "belong to nothing that has a name", "at most 20", "UTM");
    assertThat(texts("channel", "", "30")).hasSize(1);
    assertThat(gate.usual()).isEqualTo(GateLevel.WARN);
  }

  @Test
  void letsASmallPartPass() {
    assertThat(texts("channel", "(not set)", "20")).isEmpty();
  }

  @Test
  void letsNamesPassAndWhatNeverHasOnes() {
    assertThat(texts("channel", "Organic", "90")).isEmpty();
    assertThat(texts("query", "(not set)", "90")).isEmpty();
  }

  private List<String> texts(String dimension, String name, String part) {
    var breakdown =
        new Kpis.Breakdown(
            List.of(Drafts.SESSIONS),
            dimension,
            List.of(new Kpis.Group(name, List.of(Drafts.value(part)))),
            Optional.empty(),
            new Kpis.Group("", List.of(Drafts.value("100"))),
            1);
    var section =
        new Section.Filled(
            "web",
            List.of(Drafts.figure(Drafts.SESSIONS, "100", Drafts.coverage(Set.of()))),
            Optional.empty(),
            List.of(new BreakdownTable(breakdown, false)),
            Optional.empty(),
            List.of());
    return Drafts.texts(gate, Drafts.of(List.of(), List.of(section)));
  }
}
