package io.retainer.app.schedules;

import io.retainer.app.deliveries.Copy;
import io.retainer.app.deliveries.CopyDesk;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.reports.RunOrigin;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.model.time.Period;
import java.util.Optional;

/** Schedules tried out: the report as it would go out now, to one of the agency's own. */
public final class Trials {

  private final ScheduleDesk desk;
  private final Runs runs;
  private final Received received;
  private final CopyDesk copies;

  public Trials(
      ScheduleDesk desk, Runs runs, RunSteps steps, Deliveries deliveries, CopyDesk copies) {
    this.desk = desk;
    this.runs = runs;
    this.received = new Received(steps, deliveries);
    this.copies = copies;
  }

  /**
   * Makes a period's report as its recipients would get it now, and sends it to one of the agency's
   * own. Nothing is issued by it, and no gate passed.
   *
   * @param wanted the last closed one when empty
   * @param to an address; that of who asks when empty
   * @throws IllegalArgumentException when the address is none of the agency's
   */
  Copy test(String id, Optional<Period> wanted, String by, String to) {
    Schedule schedule = desk.existing(id);
    Period period = wanted.orElseGet(() -> desk.lastClosed(schedule));
    desk.refuseOpen(schedule, period);
    copies.check(by, to);
    var request =
        new RunRequest(
            schedule.client(),
            schedule.report(),
            period,
            Optional.of(schedule.locale()),
            schedule.formats());
    RunOrigin origin = received.origin(schedule, period, Optional.empty());
    return copies.test(runs.add(request, desk.client(schedule), by, origin).id(), by, to);
  }
}
