package io.retainer.app.bootstrap;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Each server looks every few seconds for work that another one left when it went. */
final class Lookout implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Lookout::named);

  private static Thread named(Runnable task) {
    var thread = new Thread(task, "retainer-lookout");
    thread.setDaemon(true);
    thread.setContextClassLoader(Lookout.class.getClassLoader());
    return thread;
  }

  /**
   * @param look may fail, as when the database is away, and is done again
   */
  void begin(Runnable look) {
    thread.scheduleWithFixedDelay(
        () -> guarded(look), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable look) {
    try {
      look.run();
    } catch (RuntimeException e) {
      LOG.warn("What another server may have left is looked for again: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
