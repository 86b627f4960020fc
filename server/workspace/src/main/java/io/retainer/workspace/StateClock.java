package io.retainer.workspace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the state database, which is one for all servers that share it: whether a lease is
 * over must not depend on whose clock is right. Between two looks at it the time is what has passed
 * in this process, so the machine's own clock, and whoever sets it, have no part in it.
 *
 * <p>Before it follows a database, and with a state in a file, it is the machine's.
 */
public final class StateClock extends Clock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StateClock.class);
  private static final int SECONDS_BETWEEN_LOOKS = 10;

  /** A look that took longer says too little. */
  private static final long LONGEST_LOOK = TimeUnit.MILLISECONDS.toNanos(500);

  /**
   * What the database said.
   *
   * @param ticks of this process at that moment, {@link System#nanoTime}
   */
  private record Look(Instant at, long ticks) {}

  private final ZoneId zone;
  private final Clock machine;
  private volatile Look latest;
  private ScheduledExecutorService looking;

  public StateClock() {
    this(Clock.systemUTC());
  }

  /**
   * @param machine what its clock says
   */
  public StateClock(Clock machine) {
    this.machine = machine;
    this.zone = ZoneOffset.UTC;
  }

  /** Takes the time of this state from now on. */
  public synchronized void follow(State state) {
    if (state.isOfOneProcess() || looking != null) {
      return;
    }
    look(state.dataSource());
    looking = Executors.newSingleThreadScheduledExecutor(StateClock::named);
    looking.scheduleWithFixedDelay(
        () -> look(state.dataSource()),
        SECONDS_BETWEEN_LOOKS,
        SECONDS_BETWEEN_LOOKS,
        TimeUnit.SECONDS);
  }

  private static Thread named(Runnable task) {
    var thread = new Thread(task, "retainer-clock");
    thread.setDaemon(true);
    thread.setContextClassLoader(StateClock.class.getClassLoader());
    return thread;
  }

  /** The database may be away for a while: then the time goes on by what has passed here. */
  private void look(DataSource source) {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      long before = System.nanoTime();
      try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
        row.next();
        Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
        long took = System.nanoTime() - before;
        if (latest == null || took < LONGEST_LOOK) {
          latest = new Look(at, before + took / 2);
        }
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("The state database does not say what time it is: {}", e.getMessage());
    }
  }

  @Override
  public Instant instant() {
    Look look = latest;
    return look == null ? machine.instant() : look.at().plusNanos(System.nanoTime() - look.ticks());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** The same time, read in another zone. */
  @Override
  public Clock withZone(ZoneId other) {
    StateClock time = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return time.instant();
      }

      @Override
      public ZoneId getZone() {
        return other;
      }

      @Override
      public Clock withZone(ZoneId another) {
        return time.withZone(another);
      }
    };
  }

  @Override
  public synchronized void close() {
    if (looking != null) {
      looking.shutdownNow();
    }
  }
}
