package io.retainer.app.schedules;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.reports.RunOrigin;
import io.retainer.app.reports.RunSteps;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.Optional;

/** What the recipients of a schedule have of a period already. */
final class Received {

  private final RunSteps steps;
  private final Deliveries deliveries;

  Received(RunSteps steps, Deliveries deliveries) {
    this.steps = steps;
    this.deliveries = deliveries;
  }

  /** The runs of the report and period that some of the recipients have, the latest first. */
  List<String> runs(Schedule schedule, Period period) {
    return steps
        .issued(schedule.client(), schedule.report(), period, schedule.locale(), schedule.id())
        .stream()
        .filter(run -> hasReached(run, schedule.recipients()))
        .toList();
  }

  /**
   * What a run that is about to be made is for: who has the period already gets a correction.
   *
   * @param why it is issued once more, as its recipients read it; empty when nobody says
   */
  RunOrigin origin(Schedule schedule, Period period, Optional<String> why) {
    return runs(schedule, period).stream()
        .findFirst()
        .map(earlier -> RunOrigin.correction(schedule.id(), earlier, why.orElse("")))
        .orElseGet(() -> RunOrigin.ofSchedule(schedule.id()));
  }

  private boolean hasReached(String run, List<String> recipients) {
    return deliveries.list(Deliveries.Filter.ofRun(run)).stream()
        .filter(
            mail -> mail.state() == Delivery.State.SENT || mail.state() == Delivery.State.UNKNOWN)
        .map(Delivery::recipient)
        .anyMatch(one -> recipients.stream().anyMatch(one::equalsIgnoreCase));
  }
}
