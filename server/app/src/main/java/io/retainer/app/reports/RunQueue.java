package io.retainer.app.reports;

import io.retainer.model.client.Client;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders what people ask for, one report after the other: rendering takes memory and all of a
 * core, and the pages stay quick meanwhile. The database is the queue; what waits here is a
 * reminder.
 */
public final class RunQueue implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);
  private static final int LONGEST = 200;
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

  private final Workspace workspace;
  private final Runs runs;
  private final RunRenderer renderer;
  private final boolean works;
  private final Duration afterAFault;
  private final Set<String> reminded = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(LONGEST), RunQueue::named);

  /**
   * @param works whether reports are made here; else other servers find what is asked for
   */
  public RunQueue(Workspace workspace, Runs runs, RunRenderer renderer, boolean works) {
    this(workspace, runs, renderer, works, AFTER_A_FAULT);
  }

  RunQueue(
      Workspace workspace, Runs runs, RunRenderer renderer, boolean works, Duration afterAFault) {
    this.works = works;
    this.afterAFault = afterAFault;
    this.workspace = workspace;
    this.runs = runs;
    this.renderer = renderer;
    thread.allowCoreThreadTimeOut(true);
  }

  private static Thread named(Runnable task) {
    var thread = new Thread(task, "retainer-reports");
    thread.setDaemon(true);
    thread.setContextClassLoader(RunQueue.class.getClassLoader());
    return thread;
  }

  /**
   * Keeps the request and renders it soon.
   *
   * @throws QueueFullException when too many wait already; nothing is kept then
   */
  public Run submit(RunRequest request, String requestedBy) {
    if (thread.getQueue().remainingCapacity() == 0) {
      throw new QueueFullException(LONGEST);
    }
    Client client = workspace.clients().named(request.client());
    Run run = runs.add(request, client, requestedBy);
    if (works) {
      remind(run.id());
    }
    return run;
  }

  /** Takes up what waits, and what a server that is gone left. Others may do the same. */
  public void resume() {
    runs.recover();
    for (String id : runs.queued()) {
      if (thread.getQueue().remainingCapacity() > 0) {
        remind(id);
      }
    }
  }

  private void remind(String id) {
    if (reminded.add(id)) {
      try {
        thread.execute(
            () -> {
              reminded.remove(id);
              render(id);
            });
      } catch (RejectedExecutionException e) {
        // It is queued, and found when there is room.
        reminded.remove(id);
      }
    }
  }

  /** Without a state to write to, no other could be made either: the queue waits. */
  private void render(String id) {
    while (true) {
      try {
        renderer.render(id);
        return;
      } catch (RuntimeException e) {
        LOG.error("Run {} cannot be written down; it is tried again", id, e);
      }
      try {
        Thread.sleep(afterAFault.toMillis());
      } catch (InterruptedException e) {
        // The server ends; the next one takes it up.
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
