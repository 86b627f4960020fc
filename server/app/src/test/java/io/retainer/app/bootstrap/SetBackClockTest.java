package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that was ahead for a while and is set right keeps nothing from going on. */
class SetBackClockTest {

  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  @TempDir private Path folder;
  private final SettableClock clock = new SettableClock(NOON.toString());
  private final AtomicLong ticks = new AtomicLong();
  private final List<Instant> told = new ArrayList<>();

  @Test
  void tellsThatTheClockWasSetBackAndNothingElse() {
    try (var watch =
        new SetBackClock(clock, ticks::get, List.of(() -> told.add(clock.instant())))) {
      watch.start();
      told.clear();

      passes(watch, 5, 5);
      passes(watch, 7_205, 5);
      passes(watch, 4, 10);
      assertThat(told).as("it went on, jumped ahead, went slowly").isEmpty();

      passes(watch, -7_190, 5);
      assertThat(told).containsExactly(clock.instant());

      passes(watch, 5, 5);
      assertThat(told).as("once").hasSize(1);
    }
  }

  @Test
  void whatRecursGoesOnAtOnce() throws Exception {
    var runs = new Semaphore(0);
    var task =
        Tasks.recurring("schedules", FixedDelay.ofSeconds(1))
            .execute((instance, context) -> runs.release());
    var ahead = new WrongClock();
    try (var home = new TestHome(folder, ahead);
        var clockwork = new Clockwork(home.workspace())) {
      ahead.by = Duration.ofDays(40);
      clockwork.start(List.of(new Clockwork.Shift("watch", 1, List.of(task))));
      assertThat(runs.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();

      ahead.by = Duration.ZERO;
      // What runs just then ends by the right time, and comes again by itself.
      assertThat(waitsInVain(runs)).isTrue();
      clockwork.clockSetBack();

      assertThat(runs.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static boolean waitsInVain(Semaphore runs) throws InterruptedException {
    runs.tryAcquire(1, 3, TimeUnit.SECONDS);
    runs.drainPermits();
    return !runs.tryAcquire(1, 3, TimeUnit.SECONDS);
  }

  private static final class WrongClock extends Clock {

    private volatile Duration by = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void passes(SetBackClock watch, long bySeconds, long reallySeconds) {
    clock.advance(Duration.ofSeconds(bySeconds));
    ticks.addAndGet(TimeUnit.SECONDS.toNanos(reallySeconds));
    watch.look();
  }
}
