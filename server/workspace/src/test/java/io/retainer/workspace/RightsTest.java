package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.kpi.Authors;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static Rights set(String text) {
    return Rights.of(Map.of("retainer.kpi.computations", text)::get, name -> null);
  }

  @Test
  void nobodyMayComputeUnlessAnOperatorSaysSo() {
    assertThat(Rights.of(name -> null, name -> null).computing()).isEqualTo(Authors.none());
    assertThat(set("off").computing()).isEqualTo(Authors.none());
    assertThat(set("on").computing()).isEqualTo(Authors.all());
  }

  @Test
  void theRightIsGivenToPeopleByName() {
    assertThat(set("anna, ben").computing()).isEqualTo(new Authors(false, Set.of("anna", "ben")));
    assertThat(
            Rights.of(name -> null, Map.of("RETAINER_KPI_COMPUTATIONS", "anna")::get).computing())
        .isEqualTo(new Authors(false, Set.of("anna")));
  }

  @Test
  void whatIsNeitherIsRefusedWithWhatWasExpected() {
    assertThatThrownBy(() -> set("anna,,ben"))
        .hasMessage(
            "retainer.kpi.computations is \"anna,,ben\", and it is on, off, or the users whose"
                + " scripts may compute, as in anna,ben");
    assertThatThrownBy(() -> set("only anna")).hasMessageContaining("as in anna,ben");
  }
}
