package io.retainer.app.deliveries;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a mail that was not taken is tried again: after 1, 5 and 15 minutes, 1, 3 and 6 hours. Each
 * wait is up to a fifth longer, so that a hundred mails do not come back in the same second.
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

  /**
   * @param attempts made so far
   * @return empty when it is given up
   */
  Optional<Duration> waitAfter(int attempts) {
    if (attempts > WAITS.size()) {
      return Optional.empty();
    }
    Duration wait = WAITS.get(attempts - 1);
    return Optional.of(wait.plusMillis(chance.nextLong(wait.toMillis() / 5)));
  }
}
