package io.retainer.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Slows guessing down: after some failures each further one doubles the wait. Five of a name at one
 * address, or of a browser that has signed in to it before. What others do with the same name, or
 * at the same address, counts for a browser that is new here only, and only once it is much: else
 * anybody could keep somebody out.
 */
public final class Throttle {

  private static final Limit OF_ONE = new Limit(5, Duration.ofHours(1));
  private static final Limit OF_ALL = new Limit(100, Duration.ofMinutes(5));
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Failures failures;
  private final Clock clock;

  /** Of this process alone: for what nobody can guess in a lifetime. */
  public Throttle(Clock clock) {
    this(Failures.inMemory(), clock);
  }

  /** Of all servers together. */
  public Throttle(Supplier<Jdbi> state, Clock clock) {
    this(new FailuresInState(state, REMEMBERED), clock);
  }

  private Throttle(Failures failures, Clock clock) {
    this.failures = failures;
    this.clock = clock;
  }

  /**
   * @param free failures before anybody waits
   * @param longest that anybody waits
   */
  private record Limit(int free, Duration longest) {

    Duration after(int failures) {
      if (failures < free) {
        return Duration.ZERO;
      }
      Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - free, 12));
      return wait.compareTo(longest) > 0 ? longest : wait;
    }
  }

  /**
   * Somebody at the sign-in.
   *
   * @param device the browser's own secret, if it has signed in to this name before
   */
  record Try(String name, String address, Optional<String> device) {

    private String own() {
      return device
          .map(secret -> "device:" + secret)
          .orElseGet(() -> "name:" + name + "\n" + Neighbourhood.of(address));
    }
  }

  /** How long they have to wait. */
  Optional<Duration> wait(Try who) {
    return who.device().isPresent()
        ? longest(left(who.own(), OF_ONE))
        : longest(
            left(who.own(), OF_ONE),
            left(ofName(who.name()), OF_ALL),
            left(ofAddress(who.address()), OF_ALL));
  }

  void failed(Try who) {
    add(who.own());
    if (who.device().isEmpty()) {
      add(ofName(who.name()));
      add(ofAddress(who.address()));
    }
  }

  /** What others did with the name or at the address stays, else one good account would free it. */
  void succeeded(Try who) {
    failures.forget(who.own());
  }

  /**
   * How long somebody has to wait who is in already, or has given the password, and is guessing.
   */
  Optional<Duration> waitWithin(String name) {
    return longest(left(within(name), OF_ONE));
  }

  void failedWithin(String name) {
    add(within(name));
  }

  void succeededWithin(String name) {
    failures.forget(within(name));
  }

  /** How long this address has to wait that asks for what needs no name. */
  public Optional<Duration> wait(String address) {
    return longest(left(ofQuestions(address), OF_ONE));
  }

  public void failed(String address) {
    add(ofQuestions(address));
  }

  private void add(String key) {
    failures.add(key, clock.instant());
  }

  private Duration left(String key, Limit limit) {
    Optional<Failures.Count> known = failures.of(key);
    if (known.isEmpty()) {
      return Duration.ZERO;
    }
    Instant last = known.get().last();
    if (last.plus(REMEMBERED).isBefore(clock.instant())) {
      failures.forget(key);
      return Duration.ZERO;
    }
    return Duration.between(clock.instant(), last.plus(limit.after(known.get().failures())));
  }

  private static Optional<Duration> longest(Duration... waits) {
    Duration longest = Duration.ZERO;
    for (Duration wait : waits) {
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest.isZero() ? Optional.empty() : Optional.of(longest);
  }

  private static String within(String name) {
    return "within:" + name;
  }

  private static String ofName(String name) {
    return "name:" + name;
  }

  private static String ofAddress(String address) {
    return "address:" + Neighbourhood.of(address);
  }

  private static String ofQuestions(String address) {
    return "asks:" + Neighbourhood.of(address);
  }
}
