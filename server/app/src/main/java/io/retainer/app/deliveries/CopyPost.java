package io.retainer.app.deliveries;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunRenderer;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import io.retainer.model.mail.MailAddress;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.mail.MailMark;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends copies: the files and the words as recipients get them, under a mark. What a copy does
 * stands in the run's life, and nowhere among the deliveries.
 */
public final class CopyPost {

  private static final Logger LOG = LoggerFactory.getLogger(CopyPost.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(10);
  private static final int LINK_DAYS = 90;

  private final Workspace workspace;
  private final Copies copies;
  private final Runs runs;
  private final RunSteps steps;
  private final RunFiles files;
  private final RunRenderer renderer;
  private final Transport transport;
  private final LargeFiles large;
  private final String domain;
  private final URI url;
  private final Later later;
  private final RetryPolicy retries = new RetryPolicy(new java.util.Random());

  private final CustomTask<Void> task =
      Tasks.custom("copy", Void.class)
          .onDeadExecutionRevive()
          .onFailureReschedule(FixedDelay.of(AFTER_A_FAULT))
          .execute(
              (instance, context) -> {
                Optional<Instant> again = attempt(instance.getId());
                return again.isPresent()
                    ? (complete, operations) -> operations.reschedule(complete, again.get())
                    : new CompletionHandler.OnCompleteRemove<>();
              });

  /**
   * @param url of the server: files that are too large for a mail lie there
   */
  public CopyPost(
      Workspace workspace,
      Copies copies,
      Runs runs,
      RunSteps steps,
      RunFiles files,
      RunRenderer renderer,
      Transport transport,
      LargeFiles large,
      String domain,
      URI url,
      Later later) {
    this.workspace = workspace;
    this.copies = copies;
    this.runs = runs;
    this.steps = steps;
    this.files = files;
    this.renderer = renderer;
    this.transport = transport;
    this.large = large;
    this.domain = domain;
    this.url = url;
    this.later = later;
  }

  public Task<Void> task() {
    return task;
  }

  /** Takes up what a server that is gone left. */
  public void resume() {
    copies.recover();
    sendWaiting();
  }

  /** What was put off by a clock that was ahead does not wait until it is there again. */
  public void clockSetBack() {
    copies.clockSetBack();
  }

  /** Makes sure that every waiting copy is on the clock. */
  public void sendWaiting() {
    copies.queued().forEach(this::soon);
  }

  /**
   * Has a copy sent. The run need not be ready: then it is made first.
   *
   * @param detail of an internal copy, when its recipients get the report
   */
  public Copy send(String run, MailMark.Kind kind, String recipient, String by, String detail) {
    Copy copy = copies.add(run, kind, new MailAddress(recipient).text(), by, detail);
    soon(copy);
    return copy;
  }

  private void soon(Copy copy) {
    later.plan(task.instance(copy.id()), copy.nextAttempt().orElseGet(workspace.clock()::instant));
  }

  /**
   * @return when to try again; empty when it is over
   */
  Optional<Instant> attempt(String id) {
    Optional<Copy> waiting = copies.find(id).filter(copy -> copy.state() == Delivery.State.QUEUED);
    Optional<Run> run = waiting.flatMap(copy -> runs.find(copy.run()));
    if (run.isEmpty()) {
      return Optional.empty();
    }
    renderer.render(run.get().id());
    Run made = runs.find(run.get().id()).orElseThrow();
    if (!made.state().isOver()) {
      return Optional.of(workspace.clock().instant().plus(LOOK_AGAIN));
    }
    return copies.claim(id) ? write(waiting.get(), made) : Optional.empty();
  }

  private Optional<Instant> write(Copy copy, Run run) {
    Transport.Outcome outcome = handOver(copy, run);
    Optional<Duration> wait =
        outcome instanceof Transport.Outcome.NotNow notNow
            ? retries.waitAfter(copy.attempts() + 1, notNow.asked())
            : Optional.empty();
    LOG.info("Copy {} of run {}: {}", copy.id(), run.id(), outcome.word());
    if (wait.isPresent()) {
      Instant until = workspace.clock().instant().plus(wait.get());
      copies.waits(copy.id(), outcome.answer(), until);
      return Optional.of(until);
    }
    Delivery.State end =
        outcome instanceof Transport.Outcome.Taken
            ? Delivery.State.SENT
            : outcome instanceof Transport.Outcome.Unclear
                ? Delivery.State.UNKNOWN
                : Delivery.State.FAILED;
    copies.ended(copy.id(), end, outcome.answer());
    if (end == Delivery.State.SENT) {
      steps.add(
          run.id(),
          copy.kind() == MailMark.Kind.TEST ? RunStep.Kind.TESTED : RunStep.Kind.SHOWN,
          copy.by(),
          copy.recipient());
    }
    return Optional.empty();
  }

  private Transport.Outcome handOver(Copy copy, Run run) {
    if (run.state() == Run.State.FAILED) {
      return new Transport.Outcome.Refused(
          Said.NOT_MADE.of(run.reason().orElse("see the server's log")));
    }
    return Faults.guarded("copy " + copy.id(), () -> transport.send(letter(copy, run), () -> {}));
  }

  private Letter letter(Copy copy, Run run) throws IOException {
    EmailBody body = run.origin().corrects().isPresent() ? files.correction(run) : files.mail(run);
    List<RunFile> attached = run.files();
    if (body.isLinked()) {
      attached = large.attached(run);
      body = linked(body, run);
    }
    var texts = workspace.reports().texts(run.client(), run.report(), run.locale());
    return new Letter(
        DeliveryRow.messageId(copy.id(), copy.recipient(), domain),
        run.client() + "-" + run.report() + "-" + run.period(),
        workspace.mail().identity(run.client()),
        new MailAddress(copy.recipient()),
        workspace.clock().instant(),
        body.marked(new MailMark(copy.kind(), copy.detail(), run.isEmpty()), texts),
        Letter.attachments(files, run, attached));
  }

  /** A link without a sign-in is made for recipients alone; colleagues have the run's page. */
  private EmailBody linked(EmailBody body, Run run) {
    LocalDate until =
        LocalDate.ofInstant(workspace.clock().instant(), ZoneOffset.UTC).plusDays(LINK_DAYS);
    return body.linked(url.resolve("/reports/" + run.id()), Formats.of(body.locale()).date(until));
  }
}
