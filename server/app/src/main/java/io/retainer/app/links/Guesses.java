package io.retainer.app.links;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who asks for many links that there are not has to wait. */
final class Guesses {

  private static final int FREE = 20;
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int REMEMBERED = 10_000;

  private record Count(int wrong, Instant since) {}

  private final Clock clock;

  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > REMEMBERED;
        }
      };

  Guesses(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean hasToWait(String address) {
    return current(address).wrong() >= FREE;
  }

  synchronized void wrong(String address) {
    Count count = current(address);
    counts.put(address, new Count(count.wrong() + 1, count.since()));
  }

  private Count current(String address) {
    Count count = counts.get(address);
    Instant now = clock.instant();
    return count == null || count.since().plus(WINDOW).isBefore(now) ? new Count(0, now) : count;
  }
}
