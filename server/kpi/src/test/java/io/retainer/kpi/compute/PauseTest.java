package io.retainer.kpi.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseTest {

  private static final Instant NOW = Instant.parse("2026-11-03T08:00:00Z");

  @Test
  void eachWorkerThatATextEndsMakesItWaitTwiceAsLongUpToAnHour() {
    Workers.Pause pause = Workers.Pause.first(NOW, "it took too long");
    assertThat(Duration.between(NOW, pause.until())).isEqualTo(Duration.ofMinutes(1));
    for (int minutes : new int[] {2, 4, 8, 16, 32, 60, 60}) {
      pause = pause.longer(NOW, "it took too long");
      assertThat(Duration.between(NOW, pause.until())).isEqualTo(Duration.ofMinutes(minutes));
    }
  }
}
