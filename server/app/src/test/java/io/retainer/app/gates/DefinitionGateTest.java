package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionGateTest {

  @Test
  void namesTheKpiAndBothVersions() {
    assertThat(texts(Map.of("web.sessions", "0011223344", "orders.revenue", "5f3a9c0d11")))
        .containsExactly(
            "Sessions (web.sessions): the definition is version 5f3a9c0d11; the report for"
                + " September 2026 had 0011223344. Expected: the same. Tell the client what has"
                + " changed, or put the old script back.");
    assertThat(new DefinitionGate(draft -> Optional.empty()).usual()).isEqualTo(GateLevel.WARN);
  }

  @Test
  void saysNothingOfKpisThatAreNewOrWhereNothingIsKnown() {
    assertThat(texts(Map.of("web.users", "0011223344"))).isEmpty();
    assertThat(texts(Map.of())).isEmpty();
    assertThat(
            Drafts.texts(
                new DefinitionGate(draft -> Optional.empty()), Drafts.of(List.of(), List.of())))
        .isEmpty();
  }

  private static List<String> texts(Map<String, String> before) {
    var earlier = new EarlierIssue(Period.parse("2026-09"), before);
    return Drafts.texts(
        new DefinitionGate(draft -> Optional.of(earlier)), Drafts.of(List.of(), List.of()));
  }
}
