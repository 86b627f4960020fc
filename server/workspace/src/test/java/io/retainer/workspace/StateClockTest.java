package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateClockTest {

  /** A machine whose clock is two minutes fast. */
  private static final Clock FAST = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2));

  @TempDir Path folder;

  @Test
  void theDatabaseHasTheTimeAndTheMachineHasNot() {
    var database = new StateInPostgres(TestDatabase.empty(), Optional.empty(), Optional.empty());
    try (State state = State.open(database);
        var clock = new StateClock(FAST)) {
      clock.follow(state);

      Instant there =
          state
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("select clock_timestamp()")
                          .mapTo(OffsetDateTime.class)
                          .one())
              .toInstant();
      assertThat(clock.instant()).isCloseTo(there, within(20, ChronoUnit.SECONDS));
      assertThat(clock.withZone(ZoneId.of("Europe/Minsk")).instant())
          .isCloseTo(there, within(20, ChronoUnit.SECONDS));
      assertThat(clock.instant()).isBeforeOrEqualTo(clock.instant());
    }
  }

  @Test
  void aStateInAFileHasTheTimeOfItsMachine() {
    try (State state = State.open(new StateInFile(folder.resolve("retainer")));
        var clock = new StateClock(FAST)) {
      clock.follow(state);

      assertThat(clock.instant()).isCloseTo(FAST.instant(), within(20, ChronoUnit.SECONDS));
    }
  }
}
