package io.retainer.app.deliveries;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;

/** Puts work on the clock. Work that is there already stays as it is. */
@FunctionalInterface
public interface Later {

  void plan(TaskInstance<Void> work, Instant at);

  /** Puts work on the clock, also work that is there already for another time. */
  default void hurry(TaskInstance<Void> work, Instant at) {
    plan(work, at);
  }
}
