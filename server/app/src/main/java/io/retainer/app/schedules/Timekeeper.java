package io.retainer.app.schedules;

import io.retainer.workspace.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns the times of schedules that have come into occurrences. */
final class Timekeeper {

  private static final Logger LOG = LoggerFactory.getLogger(Timekeeper.class);

  private final Workspace workspace;
  private final Schedules schedules;
  private final PeriodClaims claims;
  private final Punctuality punctuality;

  Timekeeper(
      Workspace workspace, Schedules schedules, Occurrences occurrences, Punctuality punctuality) {
    this.punctuality = punctuality;
    this.workspace = workspace;
    this.schedules = schedules;
    this.claims = occurrences.claims();
  }

  void plan() {
    Instant now = workspace.clock().instant();
    for (Schedules.Watched watched : schedules.enabled()) {
      try {
        plan(watched, now);
      } catch (RuntimeException e) {
        LOG.error("Schedule {} cannot be planned", watched.schedule().id(), e);
      }
    }
  }

  private void plan(Schedules.Watched watched, Instant now) {
    Schedule schedule = watched.schedule();
    ZoneId zone = watched.zone();
    if (watched.isMoved()) {
      schedules.move(schedule.id());
    }
    List<PeriodClaims.Planned> planned =
        schedule.due(watched.plannedUntil(), now, zone).stream()
            .map(
                time ->
                    new PeriodClaims.Planned(
                        time, punctuality.tooLate(schedule, time.at(), now, zone)))
            .toList();
    if (!planned.isEmpty()) {
      claims.plan(watched, now, planned);
      LOG.info("Schedule {}: {} times have come", schedule.id(), planned.size());
    }
  }
}
