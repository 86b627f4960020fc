package io.retainer.kpi.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A worker that does nothing, told apart from one that a busy machine lets wait. */
class StandStillTest {

  private static final long LOOK = 20;

  private final StandStill still = new StandStill(Duration.ofSeconds(2), LOOK, 0);

  /**
   * After how many seconds it is seen, looked at so often, with so much processor time a second.
   */
  private double seconds(long everyMillis, long usedMillisPerSecond) {
    for (long now = 0; now < 20_000; now += everyMillis) {
      Duration used = Duration.ofMillis(now * usedMillisPerSecond / 1000);
      if (still.isSeen(TimeUnit.MILLISECONDS.toNanos(now), used)) {
        return now / 1000.0;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  void doingNothingIsSeenAfterTwoSeconds() {
    assertThat(seconds(LOOK + 2, 0)).isBetween(2.0, 2.1);
  }

  @Test
  void whatTheMachineDoesForItselfIsNothing() {
    assertThat(seconds(LOOK + 2, 5)).isBetween(2.0, 2.1);
  }

  @Test
  void aTwentiethOfAProcessorIsWork() {
    assertThat(seconds(LOOK + 2, 50)).isInfinite();
  }

  @Test
  void whoLooksLateKnowsThatTheMachineIsBusy() {
    assertThat(seconds(5 * LOOK, 0)).isInfinite();
  }
}
