package io.retainer.app.schedules;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a rendered report over to its recipients, and takes it out of force for a later one. */
final class Release {

  private static final Logger LOG = LoggerFactory.getLogger(Release.class);

  private final OccurrenceProgress progress;
  private final RunSteps steps;
  private final Deliveries deliveries;
  private final Postman postman;
  private final Received received;

  Release(
      OccurrenceProgress progress,
      RunSteps steps,
      Deliveries deliveries,
      Postman postman,
      Received received) {
    this.received = received;
    this.progress = progress;
    this.steps = steps;
    this.deliveries = deliveries;
    this.postman = postman;
  }

  /**
   * Each step may be repeated after a crash. The occurrence is rendered last, so that all are. What
   * was made while its schedule was removed goes to nobody; what nobody asked for waits while its
   * schedule is paused; and what was made for another client than the schedule's is held.
   */
  void of(Occurrence occurrence, Schedule schedule, Run run) {
    if (!run.client().equals(schedule.client())) {
      progress.ended(
          occurrence.id(),
          Occurrence.State.HELD,
          Reason.of(Reason.Code.OTHER_CLIENT, run.client()));
      LOG.error("Schedule {}: run {} is another client's and is held", schedule.id(), run.id());
      return;
    }
    boolean goesAnyway =
        !occurrence.isUnasked() || !deliveries.list(Deliveries.Filter.ofRun(run.id())).isEmpty();
    boolean isIssued =
        deliveries.addIf(
            handle ->
                goesAnyway
                    ? Schedules.isThere(handle, schedule.id())
                    : Schedules.goesOn(handle, schedule.id()),
            run.id(),
            run.client(),
            schedule.recipients());
    if (!isIssued) {
      boolean isStopped = !goesAnyway && progress.stops(occurrence.id());
      if (!isStopped) {
        steps.once(run.id(), RunStep.Kind.WITHDRAWN, Optional.empty(), "");
      }
      return;
    }
    steps.once(run.id(), RunStep.Kind.ISSUED, Optional.empty(), "");
    for (String earlier : received.runs(schedule, occurrence.period())) {
      if (!earlier.equals(run.id())) {
        steps.once(earlier, RunStep.Kind.SUPERSEDED, occurrence.requestedBy(), run.id());
      }
    }
    progress.rendered(occurrence.id());
    postman.send(run.id());
    LOG.info(
        "Schedule {}: {} goes to {} recipients",
        schedule.id(),
        occurrence.period(),
        schedule.recipients().size());
  }
}
