package io.retainer.kpi.compute;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether a worker does nothing although the machine has time for it. No text that is admitted can
 * wait for anything; a worker that does would keep whoever asked waiting. On a busy machine nobody
 * knows: whoever looks comes late himself then.
 */
final class StandStill {

  /** A fortieth of a processor; a worker at work beside as many others has more. */
  private static final int LEAST_PART = 40;

  private final long mostNanos;
  private final long lookNanos;
  private long since;
  private long looks;
  private Duration usedBefore = Duration.ZERO;

  /**
   * @param most how long nothing may happen
   * @param lookMillis how often somebody looks
   * @param begin in nanoseconds, as of {@link System#nanoTime()}
   */
  StandStill(Duration most, long lookMillis, long begin) {
    this.mostNanos = most.toNanos();
    this.lookNanos = TimeUnit.MILLISECONDS.toNanos(lookMillis);
    this.since = begin;
  }

  /**
   * Looks.
   *
   * @param used processor time so far
   */
  boolean isSeen(long now, Duration used) {
    looks++;
    long passed = now - since;
    if (passed < mostNanos) {
      return false;
    }
    boolean lookedInTime = looks * lookNanos > passed * 2 / 3;
    boolean didNothing = used.minus(usedBefore).toNanos() < passed / LEAST_PART;
    since = now;
    looks = 0;
    usedBefore = used;
    return lookedInTime && didNothing;
  }
}
