package io.retainer.app.schedules;

import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of each week, for weekly reports; or the nth or the last such day of each month, for
 * quarterly and yearly ones of the first month after the period.
 *
 * @param nth empty for each week
 */
record WeekdayRule(DayOfWeek weekday, Optional<Ordinal> nth, LocalTime time) implements DayRule {

  private static final Pattern PATTERN =
      Pattern.compile(
          "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: "
              + Ordinal.PATTERN
              + ")? at "
              + TIME);

  /** As many as every month has. */
  private static final int MOST = 4;

  WeekdayRule {
    if (nth.filter(which -> !which.isIn(1, MOST)).isPresent()) {
      throw new IllegalArgumentException(
          "Not every month has a %s %s; write 1 to %d, or \"%s last\""
              .formatted(word(weekday), nth.get().word(), MOST, word(weekday)));
    }
  }

  static Optional<WeekdayRule> read(String text) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new WeekdayRule(
                DayOfWeek.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(matcher.group(2)).map(Ordinal::of),
                DayRule.time(matcher.group(3), matcher.group(4))))
        : Optional.empty();
  }

  static String word(DayOfWeek weekday) {
    return weekday.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<LocalDate> dayIn(DateSpan span, Period.Kind kind) {
    if (nth.isEmpty() != (kind == Period.Kind.WEEK)) {
      return Optional.empty();
    }
    return Optional.of(
        span.start()
            .with(nth.map(this::inMonth).orElseGet(() -> TemporalAdjusters.nextOrSame(weekday))));
  }

  private TemporalAdjuster inMonth(Ordinal which) {
    return which.isLast()
        ? TemporalAdjusters.lastInMonth(weekday)
        : TemporalAdjusters.dayOfWeekInMonth(which.number(), weekday);
  }

  @Override
  public String text() {
    return word(weekday) + nth.map(which -> " " + which.word()).orElse("") + " at " + time;
  }

  @Override
  public String in(Texts texts, Period.Kind kind) {
    String which = nth.map(Ordinal::word).orElse("every");
    return texts.text(
        "schedules.when.weekday." + Schedule.word(kind),
        texts.text("weekday." + which + "." + word(weekday)),
        texts.time(time));
  }
}
