package io.retainer.app.schedules;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** A cron line of five fields: minute, hour, day of the month, month, day of the week. */
final class CronRule implements Rule {

  static final String PREFIX = "cron ";

  private static final Instant ANY_TIME = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");
  private static final Duration LONGEST_JUMP = Duration.ofHours(3);
  private static final Duration OFTEN = Duration.ofHours(1);
  private static final int LOOKED_AT = 30;

  /** With one minute it is an hour at least from one time to the next. */
  private static final Pattern ONE_MINUTE = Pattern.compile("[0-9]{1,2} .*");

  private final String line;

  /**
   * Cron is asked what the clock on the wall shows next; the zone is applied here. Given a zone the
   * library leaves out times that the zone skips, which could cost a client a month.
   */
  private final CronSchedule wallClock;

  CronRule(String line) {
    if (line.split(" +").length != 5) {
      throw new IllegalArgumentException(
          "A cron line has five fields, like \"0 8 * * 1\" for Mondays at 08:00; saw \""
              + line
              + "\"");
    }
    this.line = line;
    this.wallClock = read(line);
    refuseNeverAndTooOften();
  }

  private static CronSchedule read(String line) {
    try {
      var schedule = new CronSchedule(line, ZoneOffset.UTC, CronStyle.UNIX);
      // The library reads the line when it is first asked.
      schedule.getInitialExecutionTime(ANY_TIME);
      return schedule;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no cron line; its fields are minute (0-59), hour (0-23), day (1-31), month (1-12) and weekday (0-7), like \"0 8 * * 1\" for Mondays at 08:00"
              .formatted(line),
          e);
    }
  }

  /** To look for the next times takes the library a while. */
  private void refuseNeverAndTooOften() {
    int looked = ONE_MINUTE.matcher(line).matches() ? 1 : LOOKED_AT;
    Instant time = ANY_TIME;
    for (int i = 0; i < looked; i++) {
      Optional<Instant> next = next(time, ZoneOffset.UTC);
      if (next.isEmpty()) {
        throw new IllegalArgumentException("The cron line \"" + line + "\" never comes");
      }
      if (i > 0 && Duration.between(time, next.get()).compareTo(OFTEN) < 0) {
        throw new IllegalArgumentException(
            "The cron line \"" + line + "\" comes more than once an hour; reports need less");
      }
      time = next.get();
    }
  }

  String line() {
    return line;
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone, Period.Kind kind) {
    return next(after, zone);
  }

  private Optional<Instant> next(Instant after, ZoneId zone) {
    // A skipped wall time comes later than the ones after it, so the search begins before them.
    Instant wall = local(after, zone).minus(LONGEST_JUMP);
    Optional<Instant> first = Optional.empty();
    while (true) {
      wall = wallClock.getInitialExecutionTime(wall);
      Instant shown = wall;
      if (first.filter(found -> shown.isAfter(local(found, zone))).isPresent()) {
        return first;
      }
      if (!wall.isBefore(NEVER)) {
        return Optional.empty();
      }
      Instant time = LocalDateTime.ofInstant(wall, ZoneOffset.UTC).atZone(zone).toInstant();
      if (time.isAfter(after) && first.filter(found -> !time.isBefore(found)).isEmpty()) {
        first = Optional.of(time);
      }
    }
  }

  /** What the clock on the wall shows, as if the wall were in Greenwich. */
  private static Instant local(Instant time, ZoneId zone) {
    return LocalDateTime.ofInstant(time, zone).toInstant(ZoneOffset.UTC);
  }

  @Override
  public String text() {
    return PREFIX + line;
  }

  /** In words where there are any; what it skips stays skipped. */
  @Override
  public String in(Texts texts, Period.Kind kind) {
    return CronWords.of(line)
        .flatMap(words -> words.in(texts, kind))
        .map(words -> texts.text("schedules.when.cron", words, text()))
        .orElseGet(this::text);
  }
}
