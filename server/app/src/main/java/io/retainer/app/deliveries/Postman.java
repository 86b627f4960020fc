package io.retainer.app.deliveries;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.metrics.Metrics;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.Runs;
import io.retainer.app.traces.Step;
import io.retainer.app.traces.Traces;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.mail.MailAddress;
import io.retainer.workspace.MailOfClients;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mails, each until it is taken, refused or given up. */
public final class Postman {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

  /** How many mails leave at once. */
  public static final int THREADS = 12;

  private static final int SHARE = 2;
  private static final Duration UNTIL_ITS_TURN = Duration.ofSeconds(1);
  private static final Duration WHILE_PAUSED = Duration.ofMinutes(5);

  private final Deliveries deliveries;
  private final DeliveryProgress progress;
  private final Supplier<MailOfClients> mail;
  private final ReportLetters letters;
  private final Transport transport;
  private final RetryPolicy retries;
  private final Clock clock;
  private final Later later;
  private Consumer<String> settled = run -> {};
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Turns turns = new Turns(THREADS, SHARE);

  /** What could not be written, as when the disk is full: known while this process lives. */
  private final Map<String, Result> unwritten = new ConcurrentHashMap<>();

  /**
   * @param attempts with this one
   */
  private record Result(Delivery delivery, int attempts, Transport.Outcome outcome) {

    /** Where the clock is; a person's attempt before its first one is as good as that. */
    int counted() {
      return Math.max(1, attempts - delivery.uncounted());
    }
  }

  /** Sends the delivery whose id is the instance's. */
  private final CustomTask<Void> task =
      Tasks.custom("delivery", Void.class)
          .onDeadExecutionRevive()
          .onFailureReschedule(FixedDelay.of(AFTER_A_FAULT))
          .execute(
              (instance, context) -> {
                Optional<Instant> again = attempt(instance.getId());
                return again.isPresent()
                    ? (complete, operations) -> operations.reschedule(complete, again.get())
                    : new CompletionHandler.OnCompleteRemove<>();
              });

  public Postman(
      Deliveries deliveries,
      Runs runs,
      RunFiles files,
      Supplier<MailOfClients> mail,
      Transport transport,
      Clock clock,
      Later later) {
    this(deliveries, runs, files, mail, transport, clock, later, LargeFiles.ATTACHED);
  }

  /**
   * @param large what becomes of files that are too large for a mail
   */
  public Postman(
      Deliveries deliveries,
      Runs runs,
      RunFiles files,
      Supplier<MailOfClients> mail,
      Transport transport,
      Clock clock,
      Later later,
      LargeFiles large) {
    this.deliveries = deliveries;
    this.progress = deliveries.progress();
    this.letters = new ReportLetters(deliveries, runs, files, mail, clock, large);
    this.mail = mail;
    this.transport = transport;
    this.retries = new RetryPolicy(new java.util.Random());
    this.clock = clock;
    this.later = later;
  }

  /**
   * @param settled hears of each run with a mail that was sent or has failed
   */
  public void onSettled(Consumer<String> settled) {
    this.settled = settled;
  }

  /**
   * A mail that was sent came back for good.
   *
   * @param answer the mail server's words
   * @return false when it is none that was sent, as when its bounce is read twice
   */
  public boolean returned(Delivery delivery, String answer) {
    boolean isNew = progress.returned(delivery.id(), answer);
    if (isNew) {
      // Addresses stay out of the log.
      LOG.info("Delivery {} of run {} came back", delivery.id(), delivery.run());
      settled.accept(delivery.run());
    }
    return isNew;
  }

  /** A mail of the run has ended otherwise than by being sent. */
  void settled(String run) {
    settled.accept(run);
  }

  /** A mail that was sent is still on its way. */
  public void late(Delivery delivery, String answer) {
    progress.late(delivery.id(), answer);
  }

  public Task<Void> task() {
    return task;
  }

  /** Takes up what the last process left. */
  public void resume() {
    progress.recover(this::recognisesRepeats);
    sendWaiting();
  }

  /** What was put off by a clock that was ahead does not wait until it is there again. */
  public void clockSetBack() {
    progress.clockSetBack();
  }

  /** Makes sure that every waiting mail is on the clock. */
  public void sendWaiting() {
    deliveries.queued().forEach(this::soon);
  }

  /** Puts the mails of one run on the clock, however many others wait. */
  public void send(String run) {
    deliveries.list(Deliveries.Filter.ofRun(run)).stream()
        .filter(delivery -> delivery.state() == Delivery.State.QUEUED)
        .forEach(this::soon);
  }

  private void soon(Delivery waiting) {
    later.plan(task.instance(waiting.id()), waiting.nextAttempt().orElse(clock.instant()));
  }

  /**
   * @return false when it neither failed nor came back nor is unknown
   * @throws IllegalArgumentException when the client's reports may not go to the recipient
   */
  public boolean retry(String id) {
    Optional<Delivery> known = deliveries.find(id);
    known.ifPresent(each -> mail.get().allowed(each.client()).check(List.of(each.recipient())));
    boolean reopened = known.isPresent() && progress.reopen(id);
    if (reopened) {
      later.plan(task.instance(id), clock.instant());
    }
    return reopened;
  }

  /**
   * Sends a mail if it is due and nobody else does.
   *
   * @return when to try again; empty when it is over
   */
  Optional<Instant> attempt(String id) {
    if (!underWay.add(id)) {
      return Optional.empty();
    }
    try {
      return unwritten.containsKey(id) ? write(unwritten.get(id)) : claimAndSend(id);
    } finally {
      underWay.remove(id);
    }
  }

  private Optional<Instant> claimAndSend(String id) {
    Optional<Delivery> before = deliveries.find(id);
    if (before.filter(delivery -> delivery.state() == Delivery.State.SENDING).isPresent()) {
      // The clock gives a mail to one at a time, and it is not this process that sends it.
      progress.recover(id, before.get().attempts(), this::recognisesRepeats);
      before = deliveries.find(id);
    }
    if (before.isEmpty()) {
      return Optional.empty();
    }
    ClientId client = before.get().client();
    if (!turns.begin(client)) {
      return Optional.of(clock.instant().plus(UNTIL_ITS_TURN));
    }
    try {
      return claimAndSend(before.get());
    } finally {
      turns.end(client);
    }
  }

  private Optional<Instant> claimAndSend(Delivery before) {
    String id = before.id();
    if (isOvertaken(before)) {
      return Optional.empty();
    }
    if (isPaused(before) || !progress.claim(before)) {
      return deliveries
          .find(id)
          .filter(delivery -> delivery.state() == Delivery.State.QUEUED)
          .flatMap(Delivery::nextAttempt);
    }
    int attempt = before.attempts() + 1;
    Result result;
    try (Step step = Traces.begin("mail").with("retainer.delivery", id)) {
      result = new Result(before, attempt, handOver(before, attempt));
      step.with("retainer.outcome", result.outcome().word());
    }
    // From here on it is known what became of it, even if it cannot be written down just now.
    unwritten.put(id, result);
    return write(result);
  }

  /**
   * It would lie on top of the later one, and nothing in it says that it is out of force. Whoever
   * gets no later one gets this.
   */
  private boolean isOvertaken(Delivery before) {
    boolean isStopped =
        !deliveries.overtaken(Set.of(before.id())).isEmpty()
            && progress.stop(before.id(), Said.STOPPED_LATER.of());
    if (isStopped) {
      settled(before.run());
    }
    return isStopped;
  }

  /** It waits as long as somebody wants it to, which is no attempt: those are few. */
  private boolean isPaused(Delivery before) {
    Optional<String> pause = transport.pause(new MailAddress(before.recipient()));
    pause.ifPresent(why -> progress.postpone(before, why, clock.instant().plus(WHILE_PAUSED)));
    return pause.isPresent();
  }

  private Optional<Instant> write(Result result) {
    Delivery delivery = result.delivery();
    String id = delivery.id();
    Transport.Outcome outcome = result.outcome();
    Optional<Instant> again = again(result);
    if (outcome instanceof Transport.Outcome.Taken) {
      progress.sent(id, result.attempts(), outcome.answer());
    } else if (outcome instanceof Transport.Outcome.Unclear) {
      again = again.filter(at -> progress.repeats(id, result.attempts(), outcome.answer(), at));
      if (again.isEmpty()) {
        progress.unknown(id, result.attempts(), doubtful(result));
      }
    } else if (again.isPresent()) {
      progress.waits(id, result.attempts(), outcome.answer(), again.get());
    } else if (mayHaveArrivedBefore(delivery)) {
      progress.unknown(id, result.attempts(), doubtful(result));
    } else {
      progress.failed(id, result.attempts(), outcome.answer());
    }
    unwritten.remove(id);
    Metrics.mailAttempt(outcome.word());
    // Addresses stay out of the log.
    LOG.info(
        "Delivery {} of run {}, attempt {}: {}",
        id,
        delivery.run(),
        result.attempts(),
        outcome.getClass().getSimpleName());
    if (again.isEmpty()) {
      settled.accept(delivery.run());
    }
    return again;
  }

  private Optional<Instant> again(Result result) {
    Optional<Duration> asked =
        result.outcome() instanceof Transport.Outcome.NotNow notNow
            ? Optional.of(notNow.asked())
            : Optional.of(Duration.ZERO).filter(each -> isRepeated(result));
    return asked
        .flatMap(each -> retries.waitAfter(result.counted(), each))
        .map(clock.instant()::plus);
  }

  private boolean isRepeated(Result result) {
    return result.outcome() instanceof Transport.Outcome.Unclear
        && recognisesRepeats(result.delivery().recipient());
  }

  /** What is repeated by itself may have arrived at an earlier attempt. */
  private boolean mayHaveArrivedBefore(Delivery delivery) {
    return delivery.interrupted() && recognisesRepeats(delivery.recipient());
  }

  private static String doubtful(Result result) {
    return Doubt.about(result.delivery().recipient()).after(result.outcome().answer());
  }

  private boolean recognisesRepeats(String recipient) {
    return transport.recognisesRepeats(new MailAddress(recipient));
  }

  private Transport.Outcome handOver(Delivery delivery, int attempt) {
    List<String> recipient = List.of(delivery.recipient());
    return Faults.guarded(
        "delivery " + delivery.id(),
        () ->
            mail.get().allowed(delivery.client()).strangers(recipient).isEmpty()
                ? send(delivery, attempt)
                : new Transport.Outcome.Refused(AllowedRecipients.refusal(recipient) + "."));
  }

  private Transport.Outcome send(Delivery delivery, int attempt) throws IOException {
    var wants = transport.wants(new MailAddress(delivery.recipient()));
    ReportLetters.Sealed sealed = letters.of(delivery, wants);
    Transport.Outcome outcome =
        transport.send(sealed.letter(), () -> progress.leaves(delivery.id(), attempt));
    if (outcome instanceof Transport.Outcome.NotNow
        || outcome instanceof Transport.Outcome.Refused) {
      sealed.withdraw().run();
    }
    return outcome;
  }
}
