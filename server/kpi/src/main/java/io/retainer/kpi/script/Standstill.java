package io.retainer.kpi.script;

import java.time.Duration;

/**
 * Whether a thread has stopped for good. On a busy machine it may wait for minutes before it has
 * had the time it needs, a little now and a little then; only one that gets no further at all for a
 * long while never will.
 */
final class Standstill {

  private final long longestNanos;
  private long cpuNanos;
  private long since;

  /**
   * @param now of a clock that only runs forward, in nanoseconds
   */
  Standstill(Duration longest, long now) {
    this.longestNanos = longest.toNanos();
    this.since = now;
  }

  /**
   * @param cpuNow time the thread has been at work so far, in nanoseconds
   */
  boolean isForGood(long now, long cpuNow) {
    if (cpuNow > cpuNanos) {
      cpuNanos = cpuNow;
      since = now;
    }
    return now - since > longestNanos;
  }
}
