package io.retainer.app.schedules;

import io.retainer.model.time.Period;
import java.time.ZoneId;
import java.util.List;

/**
 * What a schedule would bring if it were saved as its form has it.
 *
 * @param schedule is not saved
 * @param zone its client's
 * @param next its next times
 * @param skipped the next periods that its rule leaves out
 * @param missed periods that its rule of now would have brought, and that do not come by themselves
 *     any more
 */
public record ScheduleTrial(
    Schedule schedule,
    ZoneId zone,
    List<Schedule.Time> next,
    List<Period> skipped,
    List<Period> missed) {

  public ScheduleTrial {
    next = List.copyOf(next);
    skipped = List.copyOf(skipped);
    missed = List.copyOf(missed);
  }
}
