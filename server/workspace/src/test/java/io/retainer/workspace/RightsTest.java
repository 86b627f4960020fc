package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.kpi.Authors;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RightsTest {

  private static Rights set(String text) {
    return Rights.of(
        key -> Optional.ofNullable(Map.of("retainer.kpi.computations", text).get(key)));
  }

  @Test
  void nobodyMayComputeUnlessAnOperatorSaysSo() {
    assertThat(Rights.of(key -> Optional.empty()).computing()).isEqualTo(Authors.none());
    assertThat(set("off").computing()).isEqualTo(Authors.none());
    assertThat(set("on").computing()).isEqualTo(Authors.all());
  }

  @Test
  void theRightIsGivenToPeopleByName() {
    assertThat(set("anna, ben").computing()).isEqualTo(new Authors(false, Set.of("anna", "ben")));
    assertThat(set("anna").computing()).isEqualTo(new Authors(false, Set.of("anna")));
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
