package io.retainer.app.schedules;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.Later;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.Turns;
import io.retainer.app.reports.Finding;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFindings;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunRequest;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.report.Gap;
import io.retainer.rendering.template.TemplateException;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes an occurrence from planned to sent. Each step is recorded before the next, and a step that
 * is done is not done again, so what a crash interrupted is continued.
 */
public final class Issuer {

  private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

  /** For an hour. What does not pass by then waits for a person. */
  private static final int MOST_FAULTS = 60;

  /** A look when nothing is due takes 10 ms with a thousand schedules. */
  private static final Duration EVERY = Duration.ofSeconds(2);

  /** How many reports are made at once. */
  public static final int THREADS = 5;

  private final Workspace workspace;
  private final DataGaps gaps;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final OccurrenceProgress progress;
  private final Runs runs;
  private final RunSteps steps;
  private final RunFindings findings;
  private final RunRenderer renderer;
  private final Deliveries deliveries;
  private final Postman postman;
  private final Received received;
  private final Release release;
  private final Timekeeper timekeeper;
  private final Drafting drafting;
  private final BiFunction<ClientId, String, Duration> patience;
  private final Punctuality punctuality;
  private final Later later;
  private final Turns turns = new Turns(THREADS, 1);

  /** Issues the occurrence whose id is the instance's. */
  private final CustomTask<Void> issuing =
      Tasks.custom("occurrence", Void.class)
          .onDeadExecutionRevive()
          .onFailure(
              (failed, operations) -> {
                Execution execution = failed.getExecution();
                if (isGivenUp(execution.taskInstance.getId(), execution.consecutiveFailures + 1)) {
                  operations.stop();
                } else {
                  operations.reschedule(failed, failed.getTimeDone().plus(AFTER_A_FAULT));
                }
              })
          .execute(
              (instance, context) ->
                  issue(instance.getId())
                      ? new CompletionHandler.OnCompleteRemove<>()
                      : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(LOOK_AGAIN)));

  private final RecurringTask<Void> watching =
      Tasks.recurring("schedules", FixedDelay.of(EVERY)).execute((instance, context) -> watch());

  /**
   * @param patience how long a report of a client's schedule waits for data
   * @param punctuality how late it may be
   */
  public Issuer(
      Workspace workspace,
      DataGaps gaps,
      Schedules schedules,
      Occurrences occurrences,
      Runs runs,
      RunSteps steps,
      RunFindings findings,
      RunRenderer renderer,
      Deliveries deliveries,
      Postman postman,
      Drafting drafting,
      BiFunction<ClientId, String, Duration> patience,
      Punctuality punctuality,
      Later later) {
    this.patience = patience;
    this.punctuality = punctuality;
    this.drafting = drafting;
    this.workspace = workspace;
    this.gaps = gaps;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.progress = occurrences.progress();
    this.runs = runs;
    this.steps = steps;
    this.findings = findings;
    this.renderer = renderer;
    this.deliveries = deliveries;
    this.postman = postman;
    this.received = new Received(steps, deliveries);
    this.release = new Release(schedules, progress, steps, deliveries, postman, received);
    this.timekeeper = new Timekeeper(workspace, schedules, occurrences, punctuality);
    this.later = later;
    postman.onSettled(this::settle);
  }

  /** Makes reports. */
  public Task<Void> issuing() {
    return issuing;
  }

  /** Looks what is due. */
  public Task<Void> watching() {
    return watching;
  }

  /** Takes up what the last process left. */
  public void resume() {
    progress.recover();
  }

  /** Plans what is due, and puts on the clock what is planned and not on it. */
  void watch() {
    timekeeper.plan();
    drafting.plan();
    occurrences.due().forEach(this::soon);
    occurrences.in(Occurrence.State.RENDERED).forEach(each -> each.run().ifPresent(this::settle));
    postman.sendWaiting();
  }

  /** What was taken for due by a clock that was ahead comes at its own time. */
  public void clockSetBack() {
    int periods = occurrences.claims().giveBack(workspace.clock().instant());
    if (periods > 0) {
      LOG.warn("{} periods had been taken for due before their time, and come at it", periods);
    }
  }

  void soon(Occurrence occurrence) {
    later.plan(issuing.instance(occurrence.id()), workspace.clock().instant());
  }

  /**
   * @return false when somebody else renders the run just now, or it is others' turn; then look
   *     again
   */
  boolean issue(String id) {
    Optional<Occurrence> claimed =
        progress.claim(id)
            ? occurrences.find(id)
            : occurrences.find(id).filter(each -> each.state() == Occurrence.State.RENDERING);
    Optional<Schedule> schedule = claimed.flatMap(each -> schedules.find(each.schedule()));
    return schedule.isEmpty() || issueInTurn(claimed.get(), schedule.get());
  }

  private boolean issueInTurn(Occurrence occurrence, Schedule schedule) {
    if (!turns.begin(schedule.client())) {
      return false;
    }
    try {
      return issue(occurrence, schedule);
    } finally {
      turns.end(schedule.client());
    }
  }

  private boolean issue(Occurrence occurrence, Schedule schedule) {
    if (isPaused(occurrence, schedule)) {
      progress.stops(occurrence.id());
      return true;
    }
    Client client = workspace.clients().named(schedule.client());
    if (!occurrence.period().isClosed(workspace.clock(), client.zone())) {
      hold(occurrence, Reason.of(Reason.Code.NOT_CLOSED, occurrence.period().span().end()));
      return true;
    }
    if (lacksTemplate(occurrence, schedule)
        || isRejected(occurrence)
        || lacksData(occurrence, schedule, client)
        || isTooLate(occurrence, schedule, client)) {
      return true;
    }
    Run run = rendered(occurrence, schedule, client);
    if (!run.state().isOver()) {
      return false;
    }
    if (run.state() == Run.State.FAILED) {
      hold(occurrence, Reason.of(Reason.Code.NOT_RENDERED, run.reason().orElse("")));
    } else if (run.isEmpty()) {
      steps.once(run.id(), RunStep.Kind.EMPTY, Optional.empty(), "");
      hold(occurrence, Reason.of(Reason.Code.EMPTY));
    } else {
      checkAndRelease(occurrence, schedule, run);
    }
    return true;
  }

  private void checkAndRelease(Occurrence occurrence, Schedule schedule, Run run) {
    if (occurrence.approvedBy().isPresent()) {
      release.of(occurrence, schedule, run);
      return;
    }
    List<Finding> found = findings.of(run.id());
    steps.once(run.id(), RunStep.Kind.CHECKED, Optional.empty(), String.valueOf(found.size()));
    List<String> holding = found.stream().filter(Finding::isHold).map(Finding::gate).toList();
    if (schedule.approval() == Approval.NEEDED || !holding.isEmpty()) {
      Reason reason = Reason.ofGates(holding);
      steps.once(run.id(), RunStep.Kind.HELD, Optional.empty(), reason.stored());
      if (progress.review(occurrence.id(), reason)) {
        LOG.info("Schedule {}: {} waits for a decision", schedule.id(), occurrence.period());
      } else {
        steps.once(run.id(), RunStep.Kind.WITHDRAWN, Optional.empty(), "");
      }
    } else {
      release.of(occurrence, schedule, run);
    }
  }

  /** By a paused schedule nothing goes out unasked; what has begun to go out goes. */
  private boolean isPaused(Occurrence occurrence, Schedule schedule) {
    return !schedule.enabled()
        && occurrence.isUnasked()
        && occurrence.run().filter(this::isHandedOver).isEmpty();
  }

  /**
   * Holds what could not be made however often it was tried, so that its owner is told.
   *
   * @param faults one after the other
   * @return false when it is to be tried again
   */
  boolean isGivenUp(String id, int faults) {
    if (faults < MOST_FAULTS) {
      return false;
    }
    Optional<Occurrence> stuck =
        occurrences
            .find(id)
            .filter(each -> each.state() == Occurrence.State.RENDERING)
            .filter(each -> each.run().filter(this::isHandedOver).isEmpty());
    stuck.ifPresent(each -> hold(each, Reason.of(Reason.Code.FAULT)));
    return stuck.isPresent();
  }

  /** A template with mistakes is there: to make the report says what they are. */
  private boolean lacksTemplate(Occurrence occurrence, Schedule schedule) {
    boolean isGone =
        occurrence.run().isEmpty()
            && workspace.reports().isGone(schedule.client(), schedule.report());
    if (isGone) {
      hold(occurrence, Reason.of(Reason.Code.NO_REPORT, schedule.report()));
    }
    return isGone;
  }

  /** Somebody who saw the internal copy said no; who has it issued nevertheless knows. */
  private boolean isRejected(Occurrence occurrence) {
    Optional<Draft> rejected =
        occurrence.requestedBy().isPresent() || occurrence.run().isPresent()
            ? Optional.empty()
            : drafting.drafts().rejected(occurrence.schedule(), occurrence.period());
    rejected.ifPresent(
        draft ->
            hold(
                occurrence,
                Reason.of(
                    Reason.Code.REJECTED,
                    draft.rejectedBy().orElse(""),
                    draft.reason().orElse(""))));
    return rejected.isPresent();
  }

  /** A server that stood still sends nothing days later unasked; what has begun to go out goes. */
  private boolean isTooLate(Occurrence occurrence, Schedule schedule, Client client) {
    Optional<Reason> reason =
        punctuality
            .tooLate(occurrence, schedule, workspace.clock().instant(), client.zone())
            .filter(late -> occurrence.run().filter(this::isHandedOver).isEmpty());
    reason.ifPresent(late -> hold(occurrence, late));
    return reason.isPresent();
  }

  private boolean isHandedOver(String run) {
    return !deliveries.list(Deliveries.Filter.ofRun(run)).isEmpty();
  }

  /**
   * By the clock nothing half empty goes out, unless the schedule says so; a person may.
   *
   * @return whether it waits or is held for it
   */
  private boolean lacksData(Occurrence occurrence, Schedule schedule, Client client) {
    if (schedule.incomplete() == Incomplete.SEND
        || occurrence.requestedBy().isPresent()
        || occurrence.run().isPresent()) {
      return false;
    }
    List<Gap> missing = missing(client, schedule, occurrence);
    Instant now = workspace.clock().instant();
    if (missing.isEmpty()) {
      return false;
    }
    Instant until = occurrence.plannedFor().plus(patience.apply(schedule.client(), schedule.id()));
    if (now.isBefore(until)) {
      Reason reason = Reason.of(Reason.Code.WAITING, missing, workspace::sourceTitle);
      Instant again = now.plus(Incomplete.LOOK_AGAIN);
      progress.waits(occurrence.id(), reason, again.isBefore(until) ? again : until, until);
    } else {
      hold(occurrence, Reason.of(Reason.Code.INCOMPLETE, missing, workspace::sourceTitle));
    }
    return true;
  }

  /** Of a template with mistakes nobody knows what it needs; to make the report tells them. */
  private List<Gap> missing(Client client, Schedule schedule, Occurrence occurrence) {
    try {
      return gaps.of(client, schedule.report(), occurrence.period());
    } catch (TemplateException e) {
      return List.of();
    }
  }

  private void hold(Occurrence occurrence, Reason reason) {
    progress.ended(occurrence.id(), Occurrence.State.HELD, reason);
    LOG.warn(
        "Schedule {}: {} is held: {}", occurrence.schedule(), occurrence.period(), reason.code());
  }

  private Run rendered(Occurrence occurrence, Schedule schedule, Client client) {
    String id = occurrence.run().orElseGet(() -> begin(occurrence, schedule, client));
    renderer.render(id);
    return runs.find(id).orElseThrow();
  }

  private String begin(Occurrence occurrence, Schedule schedule, Client client) {
    var request =
        new RunRequest(
            schedule.client(),
            schedule.report(),
            occurrence.period(),
            Optional.of(schedule.locale()),
            schedule.formats());
    String by = occurrence.requestedBy().orElse("schedule");
    var origin = received.origin(schedule, occurrence.period(), occurrence.correction());
    String run = runs.add(request, client, by, origin).id();
    progress.uses(occurrence.id(), run);
    return run;
  }

  /** The occurrence of a run ends when each of its mails has. */
  private void settle(String run) {
    Optional<Occurrence> occurrence = occurrences.ofRun(run);
    // One that was replaced is no longer of those that count: the mail in its place is.
    List<Delivery> mails =
        deliveries.list(Deliveries.Filter.ofRun(run)).stream()
            .filter(mail -> mail.state() != Delivery.State.REPLACED)
            .toList();
    if (occurrence.isEmpty()
        || !occurrence.get().state().isHandedOver()
        || !mails.stream().allMatch(mail -> mail.state().isOver())) {
      return;
    }
    long failed = mails.stream().filter(mail -> mail.state() != Delivery.State.SENT).count();
    if (failed == 0) {
      progress.sent(occurrence.get().id());
      steps.once(run, RunStep.Kind.SENT, Optional.empty(), "");
    } else {
      progress.ended(
          occurrence.get().id(),
          Occurrence.State.FAILED,
          Reason.of(Reason.Code.NOT_DELIVERED, failed, mails.size()));
    }
  }
}
