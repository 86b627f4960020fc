package io.retainer.app.schedules;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunOrigin;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.model.time.Period;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a rendered report over to its recipients, and takes it out of force for a later one. */
final class Release {

  private static final Logger LOG = LoggerFactory.getLogger(Release.class);

  private final Occurrences occurrences;
  private final RunSteps steps;
  private final Deliveries deliveries;
  private final Postman postman;

  Release(Occurrences occurrences, RunSteps steps, Deliveries deliveries, Postman postman) {
    this.occurrences = occurrences;
    this.steps = steps;
    this.deliveries = deliveries;
    this.postman = postman;
  }

  /** Each step may be repeated after a crash. The occurrence is rendered last, so that all are. */
  void of(Occurrence occurrence, Schedule schedule, Run run) {
    deliveries.add(run.id(), schedule.client(), schedule.recipients());
    steps.once(run.id(), RunStep.Kind.ISSUED, Optional.empty(), "");
    for (String earlier : received(schedule, occurrence.period())) {
      if (!earlier.equals(run.id())) {
        steps.once(earlier, RunStep.Kind.SUPERSEDED, occurrence.requestedBy(), run.id());
      }
    }
    occurrences.rendered(occurrence.id());
    postman.sendWaiting();
    LOG.info(
        "Schedule {}: {} goes to {} recipients",
        schedule.id(),
        occurrence.period(),
        schedule.recipients().size());
  }

  /** What a run that is about to be made is for: who has the period already gets a correction. */
  RunOrigin origin(Occurrence occurrence, Schedule schedule) {
    return received(schedule, occurrence.period()).stream()
        .findFirst()
        .map(
            earlier ->
                RunOrigin.correction(schedule.id(), earlier, occurrence.correction().orElse("")))
        .orElseGet(() -> RunOrigin.ofSchedule(schedule.id()));
  }

  /** The runs of the report and period that some of the recipients have, the latest first. */
  private List<String> received(Schedule schedule, Period period) {
    return steps.issued(schedule.client(), schedule.report(), period).stream()
        .filter(run -> hasReached(run, schedule.recipients()))
        .toList();
  }

  private boolean hasReached(String run, List<String> recipients) {
    return deliveries.list(Deliveries.Filter.ofRun(run)).stream()
        .filter(
            mail -> mail.state() == Delivery.State.SENT || mail.state() == Delivery.State.UNKNOWN)
        .map(Delivery::recipient)
        .anyMatch(recipients::contains);
  }
}
