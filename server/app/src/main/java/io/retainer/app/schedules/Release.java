package io.retainer.app.schedules;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a rendered report over to its recipients, and takes it out of force for a later one. */
final class Release {

  private static final Logger LOG = LoggerFactory.getLogger(Release.class);

  private final Schedules schedules;
  private final OccurrenceProgress progress;
  private final RunSteps steps;
  private final Deliveries deliveries;
  private final Postman postman;
  private final Received received;

  Release(
      Schedules schedules,
      OccurrenceProgress progress,
      RunSteps steps,
      Deliveries deliveries,
      Postman postman,
      Received received) {
    this.schedules = schedules;
    this.progress = progress;
    this.steps = steps;
    this.deliveries = deliveries;
    this.postman = postman;
    this.received = received;
  }

  /**
   * Each step may be repeated after a crash. The occurrence is rendered last, so that all are. What
   * was made while its schedule was removed goes to nobody; what nobody asked for waits while its
   * schedule is paused; what was made for another client than the schedule's, or approved for other
   * recipients than it has now, is held.
   */
  void of(Occurrence occurrence, Schedule schedule, Run run) {
    if (!run.client().equals(schedule.client())) {
      hold(occurrence, Reason.of(Reason.Code.OTHER_CLIENT, run.client()));
      return;
    }
    List<String> handedOver =
        deliveries.list(Deliveries.Filter.ofRun(run.id())).stream()
            .map(Delivery::recipient)
            .toList();
    boolean goesAnyway = !occurrence.isUnasked() || !handedOver.isEmpty();
    boolean isIssued =
        deliveries.addFor(
            handle ->
                schedules
                    .locked(handle, schedule.id())
                    .map(Schedules.Watched::schedule)
                    .filter(now -> goesAnyway || now.enabled())
                    .map(
                        now ->
                            handedOver.isEmpty()
                                ? decided(handle, occurrence, now, run)
                                : handedOver)
                    .orElse(List.of()),
            run.id(),
            run.client());
    if (!isIssued) {
      boolean isStopped = !goesAnyway && progress.stops(occurrence.id());
      if (!isStopped) {
        schedules
            .find(schedule.id())
            .ifPresentOrElse(
                there -> hold(occurrence, Reason.of(Reason.Code.OTHER_RECIPIENTS)),
                () -> steps.once(run.id(), RunStep.Kind.WITHDRAWN, Optional.empty(), ""));
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
    LOG.info("Schedule {}: {} goes out", schedule.id(), occurrence.period());
  }

  /** Those of now, or nobody where it was approved for others. */
  private List<String> decided(Handle handle, Occurrence occurrence, Schedule now, Run run) {
    boolean isDecided =
        occurrence.approvedBy().isEmpty()
            || steps.isLastNote(handle, run.id(), RunStep.Kind.ADDRESSED, now.addressees());
    return isDecided ? now.recipients() : List.of();
  }

  private void hold(Occurrence occurrence, Reason reason) {
    progress.ended(occurrence.id(), Occurrence.State.HELD, reason);
    LOG.warn(
        "Schedule {}: {} is held: {}", occurrence.schedule(), occurrence.period(), reason.code());
  }
}
