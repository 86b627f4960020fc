package io.retainer.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Slows guessing down: after five failures each further one doubles the wait, up to an hour.
 * Counted for the name, where there is one, and for the address, whichever is worse.
 */
public final class Throttle {

  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final Failures failures;
  private final Clock clock;

  /** Of this process alone: for what nobody can guess in a lifetime. */
  public Throttle(Clock clock) {
    this(Failures.inMemory(), clock);
  }

  /** Of all servers together. */
  public Throttle(Supplier<Jdbi> state, Clock clock) {
    this(new FailuresInState(state, LONGEST_WAIT), clock);
  }

  private Throttle(Failures failures, Clock clock) {
    this.failures = failures;
    this.clock = clock;
  }

  /** How long this name or address has to wait. */
  Optional<Duration> wait(String name, String address) {
    return longest(ofName(name), ofAddress(address));
  }

  /** How long this address has to wait. */
  public Optional<Duration> wait(String address) {
    return longest(ofAddress(address));
  }

  private Optional<Duration> longest(String... keys) {
    Instant now = clock.instant();
    Duration longest = Duration.ZERO;
    for (String key : keys) {
      Optional<Failures.Count> known = failures.of(key);
      if (known.isPresent() && known.get().last().plus(LONGEST_WAIT).isBefore(now)) {
        failures.forget(key);
      } else if (known.isPresent()) {
        Duration left = Duration.between(now, waitsUntil(known.get()));
        longest = left.compareTo(longest) > 0 ? left : longest;
      }
    }
    return longest.isZero() ? Optional.empty() : Optional.of(longest);
  }

  private static Instant waitsUntil(Failures.Count known) {
    if (known.failures() < FREE) {
      return known.last();
    }
    int doublings = Math.min(known.failures() - FREE, 12);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return known.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  void failed(String name, String address) {
    failures.add(ofName(name), clock.instant());
    failures.add(ofAddress(address), clock.instant());
  }

  public void failed(String address) {
    failures.add(ofAddress(address), clock.instant());
  }

  /** The address keeps its failures, else one good account would free it to guess the others. */
  void succeeded(String name) {
    failures.forget(ofName(name));
  }

  private static String ofName(String name) {
    return "name:" + name;
  }

  private static String ofAddress(String address) {
    return "address:" + address;
  }
}
