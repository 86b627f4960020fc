package io.retainer.app.schedules;

import io.retainer.model.mail.MailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Who of the agency sees a report some days before its recipients do.
 *
 * @param days before the schedule's time; 0 for not at all
 * @param to their addresses; empty for not at all
 */
public record InternalCopy(int days, List<String> to) {

  static final InternalCopy NONE = new InternalCopy(0, List.of());

  private static final int MOST_DAYS = 28;
  private static final int MOST_PEOPLE = 20;

  public InternalCopy {
    to = MailAddress.distinct(to);
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "An internal copy comes 1 to " + MOST_DAYS + " days before, or 0 for none; saw " + days);
    }
    if (to.isEmpty() != (days == 0)) {
      throw new IllegalArgumentException(
          "An internal copy needs both: how many days before, and to whom; saw %d days and %d addresses"
              .formatted(days, to.size()));
    }
    if (to.size() > MOST_PEOPLE) {
      throw new IllegalArgumentException(
          "An internal copy goes to up to " + MOST_PEOPLE + " people, saw " + to.size());
    }
  }

  /**
   * @param days a number, or nothing for no copy
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  static InternalCopy of(String days, List<String> to) {
    return new InternalCopy(number(days), to);
  }

  /**
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  static int number(String days) {
    String number = days.strip();
    if (!number.matches("[0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "\"" + days + "\" is no number of days; write one like 2, or 0 for no internal copy");
    }
    return number.isEmpty() ? 0 : Integer.parseInt(number);
  }

  public boolean isWanted() {
    return days > 0;
  }

  /**
   * When they see it: so many days before, and not before the period is over.
   *
   * @return empty when that leaves no time before its recipients get it
   */
  public Optional<Instant> at(Schedule.Time time, ZoneId zone) {
    if (!isWanted()) {
      return Optional.empty();
    }
    ZonedDateTime out = time.at().atZone(zone);
    ZonedDateTime before = out.minusDays(days);
    ZonedDateTime over = time.period().span().end().atTime(out.toLocalTime()).atZone(zone);
    return Optional.of(before.isAfter(over) ? before : over)
        .filter(at -> at.isBefore(out))
        .map(ZonedDateTime::toInstant);
  }
}
