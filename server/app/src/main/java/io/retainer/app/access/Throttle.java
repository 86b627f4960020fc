package io.retainer.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing down: after five failures each further one doubles the wait, up to an hour.
 * Counted for the name, where there is one, and for the address, whichever is worse.
 */
public final class Throttle {

  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int REMEMBERED = 10_000;

  private record Failures(int count, Instant last) {

    Instant waitsUntil() {
      if (count < FREE) {
        return last;
      }
      int doublings = Math.min(count - FREE, 12);
      Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
      return last.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
  }

  private final Clock clock;

  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Throttle(Clock clock) {
    this.clock = clock;
  }

  /** How long this name or address has to wait. */
  synchronized Optional<Duration> wait(String name, String address) {
    return longest(ofName(name), ofAddress(address));
  }

  /** How long this address has to wait. */
  public synchronized Optional<Duration> wait(String address) {
    return longest(ofAddress(address));
  }

  private Optional<Duration> longest(String... keys) {
    Instant now = clock.instant();
    Duration longest = Duration.ZERO;
    for (String key : keys) {
      Failures known = failures.get(key);
      if (known != null && known.last().plus(LONGEST_WAIT).isBefore(now)) {
        failures.remove(key);
      } else if (known != null) {
        Duration left = Duration.between(now, known.waitsUntil());
        longest = left.compareTo(longest) > 0 ? left : longest;
      }
    }
    return longest.isZero() ? Optional.empty() : Optional.of(longest);
  }

  synchronized void failed(String name, String address) {
    count(ofName(name), ofAddress(address));
  }

  public synchronized void failed(String address) {
    count(ofAddress(address));
  }

  private void count(String... keys) {
    for (String key : keys) {
      Failures known = failures.remove(key);
      failures.put(key, new Failures(known == null ? 1 : known.count() + 1, clock.instant()));
    }
  }

  /** The address keeps its failures, else one good account would free it to guess the others. */
  synchronized void succeeded(String name) {
    failures.remove(ofName(name));
  }

  private static String ofName(String name) {
    return "name:" + name;
  }

  private static String ofAddress(String address) {
    return "address:" + address;
  }
}
