package io.retainer.app.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.ClientId;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final ClientId SLOW = new ClientId("slow");
  private static final ClientId OTHER = new ClientId("other");

  private final Turns turns = new Turns(12, 2);

  @Test
  void whoIsAloneHasHalfOfTheThreadsAndTheOthersStayFree() {
    for (int i = 0; i < 6; i++) {
      assertThat(turns.begin(SLOW)).isTrue();
    }

    assertThat(turns.begin(SLOW)).isFalse();
    assertThat(turns.begin(OTHER)).isTrue();
    assertThat(turns.begin(OTHER)).isTrue();
    assertThat(turns.begin(OTHER)).isFalse();
  }

  @Test
  void aTurnThatEndedIsSomebodyElses() {
    for (int i = 0; i < 6; i++) {
      turns.begin(SLOW);
    }
    turns.end(SLOW);

    assertThat(turns.begin(SLOW)).isTrue();
    assertThat(turns.begin(SLOW)).isFalse();
  }
}
