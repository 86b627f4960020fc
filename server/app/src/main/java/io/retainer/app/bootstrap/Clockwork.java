package io.retainer.app.bootstrap;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.retainer.app.deliveries.Later;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** What happens by itself: db-scheduler on the state database, ticking once the server is warm. */
final class Clockwork implements Later, AutoCloseable {

  private static final int WORKERS = 5;

  private final Workspace workspace;
  private Scheduler scheduler;
  private ExecutorService workers;

  Clockwork(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Tasks that recur begin by themselves; the others wait until something is planned. */
  synchronized void start(List<Task<?>> tasks) {
    releaseWhatTheLastProcessHeld();
    workers = Executors.newFixedThreadPool(WORKERS, Clockwork::named);
    Map<Boolean, List<Task<?>>> recur =
        tasks.stream().collect(Collectors.partitioningBy(RecurringTask.class::isInstance));
    scheduler =
        Scheduler.create(workspace.state().dataSource(), recur.get(false))
            .startTasks(recur.get(true).stream().map(RecurringTask.class::cast).toList())
            .executorService(workers)
            .threads(WORKERS)
            .clock(workspace.clock()::instant)
            .schedulerName(new SchedulerName.Fixed(name()))
            // Another server may know of work that this one does not.
            .deleteUnresolvedAfter(Duration.ofDays(3650))
            .pollingInterval(Duration.ofSeconds(10))
            .enableImmediateExecution()
            // A killed process holds its work, if others may work in the same database, until it
            // has missed six heartbeats: a minute, and not the usual half hour.
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(6)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .build();
    scheduler.start();
  }

  /** Who is alone in its database need not wait to know that the last process is gone. */
  private void releaseWhatTheLastProcessHeld() {
    if (workspace.state().isOfOneProcess()) {
      workspace
          .state()
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      """
                      update scheduled_tasks set picked = false, picked_by = null,
                        last_heartbeat = null, version = version + 1
                      where picked
                      """));
    }
  }

  private static String name() {
    String machine = new SchedulerName.Hostname().getName();
    return machine.substring(0, Math.min(30, machine.length()))
        + "-"
        + ProcessHandle.current().pid();
  }

  private static Thread named(Runnable work) {
    var thread = new Thread(work, "retainer-clockwork");
    thread.setDaemon(true);
    thread.setContextClassLoader(Clockwork.class.getClassLoader());
    return thread;
  }

  /** Before the start nothing is kept here: what waits stands in the tables and is found then. */
  @Override
  public void plan(TaskInstance<Void> work, Instant at) {
    Scheduler running;
    synchronized (this) {
      running = scheduler;
    }
    if (running != null) {
      running.scheduleIfNotExists(work, at);
    }
  }

  @Override
  public synchronized void close() {
    if (scheduler != null) {
      scheduler.stop();
      workers.shutdownNow();
    }
  }
}
