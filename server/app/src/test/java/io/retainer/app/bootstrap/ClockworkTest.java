package io.retainer.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retainer.app.TestHome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockworkTest {

  @TempDir private Path folder;

  @Test
  void takesUpWhatAKilledProcessHeldAMinuteAgo() throws Exception {
    var done = new CountDownLatch(1);
    var task =
        Tasks.custom("delivery", Void.class)
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  done.countDown();
                  return new CompletionHandler.OnCompleteRemove<>();
                });
    try (var home = new TestHome(folder, Clock.systemUTC());
        var clockwork = new Clockwork(home.workspace())) {
      holdByAKilledProcess(home, Instant.now().minus(Duration.ofSeconds(70)));

      clockwork.start(List.of(new Clockwork.Shift("one", 1, List.of(task))));

      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void beginsByItselfWhatRecurs() throws Exception {
    var done = new CountDownLatch(1);
    var task =
        Tasks.recurring("watch", FixedDelay.ofHours(1))
            .execute((instance, context) -> done.countDown());
    try (var home = new TestHome(folder, Clock.systemUTC());
        var clockwork = new Clockwork(home.workspace())) {
      clockwork.start(List.of(new Clockwork.Shift("one", 1, List.of(task))));

      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void hurriesWhatIsOnTheClockForLaterAndPutsThereWhatIsNot() throws Exception {
    var done = new CountDownLatch(2);
    var task =
        Tasks.custom("delivery", Void.class)
            .execute(
                (instance, context) -> {
                  done.countDown();
                  return new CompletionHandler.OnCompleteRemove<>();
                });
    try (var home = new TestHome(folder, Clock.systemUTC());
        var clockwork = new Clockwork(home.workspace())) {
      clockwork.start(List.of(new Clockwork.Shift("one", 1, List.of(task))));
      clockwork.plan(task.instance("1"), Instant.now().plus(Duration.ofHours(3)));

      clockwork.hurry(task.instance("1"), Instant.now());
      clockwork.hurry(task.instance("2"), Instant.now());

      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void holdByAKilledProcess(TestHome home, Instant lastHeartbeat) {
    home.state()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into scheduled_tasks
                          (task_name, task_instance, execution_time, picked, picked_by,
                           last_heartbeat, version)
                        values ('delivery', '1', :then, true, 'killed', :then, 1)
                        """)
                    .bind("then", lastHeartbeat)
                    .execute());
  }
}
