package io.retainer.app.deliveries;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a mail that was not taken is tried again: after 1, 5 and 15 minutes, 1, 3 and 6 hours. Each
 * wait is up to a fifth longer, so that a hundred mails do not come back in the same second. Who
 * asks to be left alone for longer is, for six hours at most.
 */
record RetryPolicy(RandomGenerator chance) {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(6));

  /** The longest that anybody is waited for because they say so. */
  private static final Duration LONGEST_ASKED = WAITS.get(WAITS.size() - 1);

  /**
   * @param attempts made so far by the clock, since somebody last had it sent again
   * @param asked how long the other side wants to be left alone
   * @return empty when it is given up
   */
  Optional<Duration> waitAfter(int attempts, Duration asked) {
    if (attempts > WAITS.size()) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(attempts - 1);
    if (asked.compareTo(wait) > 0) {
      wait = asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    }
    return Optional.of(wait.plusMillis(chance.nextLong(wait.toMillis() / 5)));
  }
}
