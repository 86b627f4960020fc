package io.retainer.app.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A mail that could not leave is tried again later and later, and not with all the others. */
class RetryPolicyTest {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6));

  @Test
  void waitsLongerEachTimeAndUpToAFifthMoreByChance() {
    var policy = new RetryPolicy(new Random(7));

    for (int attempt = 1; attempt <= WAITS.size(); attempt++) {
      Duration wait = WAITS.get(attempt - 1);
      Duration longest = wait.plus(wait.dividedBy(5));
      for (int i = 0; i < 100; i++) {
        assertThat(policy.waitAfter(attempt, Duration.ZERO).orElseThrow()).isBetween(wait, longest);
      }
    }
  }

  @Test
  void aHundredMailsComeBackAtAHundredMoments() {
    var policy = new RetryPolicy(new Random(7));

    assertThat(IntStream.range(0, 100).mapToObj(i -> policy.waitAfter(2, Duration.ZERO)).distinct())
        .hasSizeGreaterThan(95);
  }

  @Test
  void leavesAloneWhoAsksForIt() {
    var policy = new RetryPolicy(new Random(7));

    assertThat(policy.waitAfter(1, Duration.ofMinutes(10)).orElseThrow())
        .isBetween(Duration.ofMinutes(10), Duration.ofMinutes(12));
    assertThat(policy.waitAfter(4, Duration.ofMinutes(10)).orElseThrow())
        .as("it is left alone for longer anyway")
        .isGreaterThanOrEqualTo(Duration.ofHours(1));
    assertThat(policy.waitAfter(1, Duration.ofDays(3650)).orElseThrow())
        .isLessThan(Duration.ofHours(8));
  }

  @Test
  void givesUpAfterTheLastWait() {
    assertThat(new RetryPolicy(new Random(7)).waitAfter(WAITS.size() + 1, Duration.ZERO))
        .isEqualTo(Optional.empty());
  }
}
