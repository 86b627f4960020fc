package io.retainer.kpi.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A busy machine refuses no honest script, and a thread that hangs keeps nobody waiting for ever.
 */
class StandstillTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static long seconds(long count) {
    return Duration.ofSeconds(count).toNanos();
  }

  @Test
  void waitsForAThreadThatGetsALittleOfABusyMachineNowAndThen() {
    var standstill = new Standstill(MINUTE, seconds(-5));

    for (int turn = 0; turn < 20; turn++) {
      assertThat(standstill.isForGood(seconds(-5 + 50L * turn), 1_000L * turn))
          .as("after %d s, %d µs of them at work", 50 * turn, turn)
          .isFalse();
    }
  }

  @Test
  void givesUpOnAThreadThatDoesNothingAtAllForAMinute() {
    var standstill = new Standstill(MINUTE, 0);

    assertThat(standstill.isForGood(seconds(10), 5)).isFalse();
    assertThat(standstill.isForGood(seconds(70), 5)).isFalse();
    assertThat(standstill.isForGood(seconds(71), 5)).isTrue();
  }
}
