package io.retainer.kpi.compute;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Question.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few workers, kept warm as long as they are asked. Safe for several threads: as many questions
 * are answered at a time as there are workers, the others wait for their turn. Texts that nobody
 * knows to end never have all of them, so those that do wait for no trial.
 */
public final class Workers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;

  private final WorkerLimits limits;
  private final Clock clock;
  private final Semaphore places;
  private final Semaphore placesOfNewcomers;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Map<Source, Pause> ended = new HashMap<>();
  private final Set<Source> answered = Collections.newSetFromMap(new Latest());
  private int started;
  private boolean isClosed;

  private Workers(int size, WorkerLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    this.places = new Semaphore(size, true);
    this.placesOfNewcomers = new Semaphore(Math.max(1, size - 1), true);
  }

  /** Starts nothing yet. */
  public static Workers of(int size, WorkerLimits limits) {
    return of(size, limits, Clock.systemUTC());
  }

  /**
   * As {@link #of(int, WorkerLimits)}.
   *
   * @param clock by which a text is left alone that ended a worker
   */
  public static Workers of(int size, WorkerLimits limits, Clock clock) {
    return new Workers(size, limits, clock);
  }

  /**
   * The answer; a worker that gives none is ended, and the answer is that it failed. A text that
   * ended a worker is not run again for a minute, and twice as long each time it ends another, an
   * hour at most.
   */
  public Answer ask(Question question) {
    return ask(question, "", true, Losses.ofATrial());
  }

  /**
   * As {@link #ask(Question)}, for a request that asks more than one question.
   *
   * @param name of the computation
   * @param isTrusted whether it was tested with the program
   * @param losses of the request; after some of them there is no answer
   */
  public Answer ask(Question question, String name, boolean isTrusted, Losses losses) {
    boolean isNew = losses.areOfATrial() || !isTrusted && !hasAnswered(question.text());
    Supplier<Answer> answer = () -> inTurn(places, () -> answer(question, name, isNew, losses));
    return isNew ? inTurn(placesOfNewcomers, answer) : answer.get();
  }

  private static Answer inTurn(Semaphore turns, Supplier<Answer> answer) {
    try {
      turns.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("it was interrupted");
    }
    try {
      return answer.get();
    } finally {
      turns.release();
    }
  }

  private Answer answer(Question question, String name, boolean isNew, Losses losses) {
    // Only now: while it waited, the same text may have ended a worker for somebody else.
    Optional<String> why = whyEndedOne(question.text());
    if (why.isPresent()) {
      return new Answer.Failed("it is not run again so soon: a moment ago, " + why.get());
    }
    if (losses.areEnough(isNew)) {
      return new Answer.Failed("there was no time left for it after " + losses.names());
    }
    try {
      return ask(take(), question, name, losses);
    } catch (WorkerProcess.Gone gone) {
      LOG.warn("A computation has no worker: {}", gone.getMessage());
      return new Answer.Failed(gone.getMessage());
    }
  }

  private Answer ask(WorkerProcess worker, Question question, String name, Losses losses) {
    try {
      Answer answer = worker.ask(question, limits);
      giveBack(worker);
      if (!losses.areOfATrial()) {
        answered(question.text());
      }
      return answer;
    } catch (WorkerProcess.Gone gone) {
      LOG.warn("Computation {} failed: {}. Its worker was ended.", name, gone.getMessage());
      losses.one(name);
      remember(question.text(), gone.getMessage());
      return new Answer.Failed(gone.getMessage());
    }
  }

  private WorkerProcess take() throws WorkerProcess.Gone {
    synchronized (this) {
      if (isClosed) {
        throw new WorkerProcess.Gone("the server is stopping");
      }
      while (!idle.isEmpty()) {
        WorkerProcess worker = idle.pop();
        if (worker.isAlive()) {
          return worker;
        }
        worker.close();
      }
      started++;
    }
    return WorkerProcess.start(limits);
  }

  private synchronized void giveBack(WorkerProcess worker) {
    if (isClosed) {
      worker.close();
    } else {
      idle.push(worker);
      lookForIdle();
    }
  }

  /** Of a text that ended a worker a moment ago. */
  private synchronized Optional<String> whyEndedOne(Source text) {
    Instant now = clock.instant();
    ended.values().removeIf(pause -> pause.until().plus(LONGEST_PAUSE).isBefore(now));
    return Optional.ofNullable(ended.get(text))
        .filter(pause -> pause.until().isAfter(now))
        .map(Pause::why);
  }

  /** Whether it has computed something of a client, and ended no worker since. */
  public synchronized boolean hasAnswered(Source text) {
    return answered.contains(text);
  }

  private synchronized void answered(Source text) {
    answered.add(text);
  }

  private synchronized void remember(Source text, String why) {
    answered.remove(text);
    Instant now = clock.instant();
    ended.merge(text, Pause.first(now, why), (earlier, first) -> earlier.longer(now, why));
  }

  /** Of thousands of edits in one process, only the latest are remembered. */
  private static final class Latest extends LinkedHashMap<Source, Boolean> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 1_000;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Source, Boolean> eldest) {
      return size() > MOST;
    }
  }

  /**
   * How long a text is left alone that ended workers.
   *
   * @param why it ended the last one
   */
  record Pause(Instant until, int times, String why) {

    static Pause first(Instant now, String why) {
      return new Pause(now.plus(FIRST_PAUSE), 1, why);
    }

    Pause longer(Instant now, String why) {
      Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
      return new Pause(
          now.plus(doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE), times + 1, why);
    }
  }

  /** Looks later whether a worker is still idle, and ends it then. */
  private void lookForIdle() {
    CompletableFuture.delayedExecutor(limits.idle().toMillis() + 1, TimeUnit.MILLISECONDS)
        .execute(this::endIdle);
  }

  private synchronized void endIdle() {
    for (Iterator<WorkerProcess> each = idle.iterator(); each.hasNext(); ) {
      WorkerProcess worker = each.next();
      if (worker.idle().compareTo(limits.idle()) >= 0) {
        each.remove();
        worker.close();
      }
    }
  }

  /** Process ids of the workers that wait for a question. */
  synchronized List<Long> idle() {
    return idle.stream().map(WorkerProcess::id).toList();
  }

  /** How many were started so far. */
  public synchronized int started() {
    return started;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    idle.forEach(WorkerProcess::close);
    idle.clear();
  }
}
