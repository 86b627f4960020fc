package io.retainer.app.bootstrap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices by the time that passes in this process that the clock is set back, as when it was wrong
 * after a machine was woken. Whatever was put off by the wrong time would wait until it is there
 * once more, and whatever was due by it would never be due again.
 */
final class SetBackClock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SetBackClock.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** What is set back by less is as late by that, and no more. */
  private static final Duration NOTICED = Duration.ofSeconds(30);

  private final Clock clock;
  private final LongSupplier ticks;
  private final List<Runnable> told;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(SetBackClock::named);
  private Instant seen;
  private long seenAt;

  /**
   * @param told go on by the right time, one after the other
   */
  SetBackClock(Clock clock, List<Runnable> told) {
    this(clock, System::nanoTime, told);
  }

  /**
   * @param ticks nanoseconds that no clock has a part in
   */
  SetBackClock(Clock clock, LongSupplier ticks, List<Runnable> told) {
    this.clock = clock;
    this.ticks = ticks;
    this.told = List.copyOf(told);
  }

  /** It may have been set back while this server was down. */
  void start() {
    seen = clock.instant();
    seenAt = ticks.getAsLong();
    tell();
    looking.scheduleWithFixedDelay(
        this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  synchronized void look() {
    Instant now = clock.instant();
    long at = ticks.getAsLong();
    Duration back = Duration.between(now, seen.plusNanos(at - seenAt));
    seen = now;
    seenAt = at;
    if (back.compareTo(NOTICED) >= 0) {
      LOG.warn(
          "The clock was set back by {}: what was put off by the time before goes on now, and what"
              + " was taken for due by it comes at its own time",
          back.truncatedTo(ChronoUnit.SECONDS));
      tell();
    }
  }

  private void tell() {
    for (Runnable each : told) {
      try {
        each.run();
      } catch (RuntimeException e) {
        LOG.error("After the clock was set back not everything could go on", e);
      }
    }
  }

  private static Thread named(Runnable work) {
    var thread = new Thread(work, "retainer-clock-watch");
    thread.setDaemon(true);
    thread.setContextClassLoader(SetBackClock.class.getClassLoader());
    return thread;
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
