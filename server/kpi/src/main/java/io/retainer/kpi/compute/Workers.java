package io.retainer.kpi.compute;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Question;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few workers, kept warm. Safe for several threads: as many questions are answered at a time as
 * there are workers, the others wait.
 */
public final class Workers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final WorkerLimits limits;
  private final Semaphore places;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private boolean isClosed;

  private Workers(int size, WorkerLimits limits) {
    this.limits = limits;
    this.places = new Semaphore(size);
  }

  /** Starts nothing yet. */
  public static Workers of(int size, WorkerLimits limits) {
    return new Workers(size, limits);
  }

  /** The answer; a worker that gives none is replaced, and the answer is that it failed. */
  public Answer ask(Question question) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("The computation was interrupted.");
    }
    try {
      WorkerProcess worker = take();
      Answer answer = worker.ask(question, limits);
      giveBack(worker);
      return answer;
    } catch (WorkerProcess.Gone gone) {
      LOG.warn("A computation failed: {}. Its worker is replaced.", gone.getMessage());
      replace();
      return new Answer.Failed("The computation failed: " + gone.getMessage() + ".");
    } finally {
      places.release();
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
    }
    return WorkerProcess.start(limits);
  }

  private synchronized void giveBack(WorkerProcess worker) {
    if (isClosed) {
      worker.close();
    } else {
      idle.push(worker);
    }
  }

  /** Warms another worker up while nobody waits for it. */
  private void replace() {
    Thread thread =
        new Thread(
            () -> {
              if (!places.tryAcquire()) {
                return;
              }
              try {
                giveBack(take());
              } catch (WorkerProcess.Gone gone) {
                LOG.warn("No worker could be started: {}", gone.getMessage());
              } finally {
                places.release();
              }
            },
            "computation-worker-start");
    thread.setDaemon(true);
    thread.start();
  }

  /** Process ids of the workers that wait for a question. */
  synchronized java.util.List<Long> idle() {
    return idle.stream().map(WorkerProcess::id).toList();
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    idle.forEach(WorkerProcess::close);
    idle.clear();
  }
}
