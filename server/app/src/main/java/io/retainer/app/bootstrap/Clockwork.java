package io.retainer.app.bootstrap;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.retainer.app.deliveries.Later;
import io.retainer.workspace.Servers;
import io.retainer.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens by itself: db-scheduler on the state database, ticking once the server is warm. */
final class Clockwork implements Later, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
  private static final Duration POLLING = Duration.ofSeconds(2);

  private final Workspace workspace;
  private final List<Scheduler> schedulers = new ArrayList<>();
  private final List<ExecutorService> workers = new ArrayList<>();
  private final Map<String, Scheduler> byTask = new ConcurrentHashMap<>();

  Clockwork(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Work that has threads of its own, so that it waits for no other: reports are made while mails
   * wait for their server, and the clock is looked at while reports are made.
   */
  record Shift(String name, int threads, List<Task<?>> tasks) {}

  /** Tasks that recur begin by themselves; the others wait until something is planned. */
  synchronized void start(List<Shift> shifts) {
    releaseWhatTheLastProcessHeld();
    prepare(shifts);
    schedulers.forEach(Scheduler::start);
  }

  /** What is planned here is done by other servers. */
  synchronized void prepare(List<Shift> shifts) {
    shifts.forEach(this::prepare);
  }

  private void prepare(Shift shift) {
    ExecutorService threads = Executors.newFixedThreadPool(shift.threads(), Clockwork::named);
    workers.add(threads);
    Map<Boolean, List<Task<?>>> recur =
        shift.tasks().stream().collect(Collectors.partitioningBy(RecurringTask.class::isInstance));
    Scheduler scheduler =
        Scheduler.create(workspace.state().dataSource(), recur.get(false))
            .startTasks(recur.get(true).stream().map(RecurringTask.class::cast).toList())
            .executorService(threads)
            .threads(shift.threads())
            .clock(workspace.clock()::instant)
            .schedulerName(new SchedulerName.Fixed(Servers.HERE + "-" + shift.name()))
            // Another shift or server may know of work that this one does not.
            .deleteUnresolvedAfter(Duration.ofDays(3650))
            .pollingInterval(POLLING)
            .enableImmediateExecution()
            // A killed process holds its work, if others may work in the same database, until it
            // has missed six heartbeats: half a minute, and not the usual half hour.
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(6)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .build();
    schedulers.add(scheduler);
    shift.tasks().forEach(task -> byTask.put(task.getName(), scheduler));
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

  private static Thread named(Runnable work) {
    var thread = new Thread(work, "retainer-clockwork");
    thread.setDaemon(true);
    thread.setContextClassLoader(Clockwork.class.getClassLoader());
    return thread;
  }

  /** Before the start nothing is kept here: what waits stands in the tables and is found then. */
  @Override
  public void plan(TaskInstance<Void> work, Instant at) {
    Scheduler scheduler = byTask.get(work.getTaskName());
    if (scheduler != null) {
      scheduler.scheduleIfNotExists(work, at);
    }
  }

  /** Work that is just being done stays as it is: it says itself when it is to go on. */
  @Override
  public void hurry(TaskInstance<Void> work, Instant at) {
    Scheduler scheduler = byTask.get(work.getTaskName());
    if (scheduler == null || scheduler.scheduleIfNotExists(work, at)) {
      return;
    }
    try {
      scheduler.reschedule(work, at);
    } catch (TaskInstanceException e) {
      LOG.debug("{} is under way", work);
    }
  }

  /**
   * Whatever was put off by a time that was wrong is looked at now: it says itself when it is to go
   * on. The threads that wait for the next look at the clock wait for the wrong time too.
   */
  synchronized void clockSetBack() {
    workspace
        .state()
        .jdbi()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update scheduled_tasks set execution_time = :now, version = version + 1
                        where not picked and execution_time > :now
                        """)
                    .bind("now", workspace.clock().instant())
                    .execute());
    schedulers.forEach(Scheduler::triggerCheckForDueExecutions);
  }

  @Override
  public synchronized void close() {
    byTask.clear();
    schedulers.parallelStream().forEach(Scheduler::stop);
    workers.forEach(ExecutorService::shutdownNow);
  }
}
