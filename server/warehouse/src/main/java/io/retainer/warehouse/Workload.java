package io.retainer.warehouse;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questions that a warehouse was asked, each with all its statements. Counted without locks, so
 * that a monitor may look at any time; what takes long is logged.
 */
public final class Workload {

  private static final Logger LOG = LoggerFactory.getLogger(Workload.class);
  private static final Duration LONG = Duration.ofSeconds(3);

  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private volatile Listener listener = (what, took, isAnswered) -> {};

  /** Hears of each question when it has ended, on the thread that asked. */
  @FunctionalInterface
  public interface Listener {

    /**
     * @param what it was for
     */
    void asked(String what, Duration took, boolean isAnswered);
  }

  public void onAsked(Listener hears) {
    listener = hears;
  }

  Work begin(String what) {
    return new Work(what);
  }

  public long answered() {
    return answered.sum();
  }

  public long failed() {
    return failed.sum();
  }

  /** Of all of them together, waited for by their threads. */
  public Duration time() {
    return Duration.ofNanos(nanos.sum());
  }

  /** One question, from its connection to its end. */
  final class Work implements AutoCloseable {

    private final String what;
    private final long begin = System.nanoTime();
    private boolean isDone;

    private Work(String what) {
      this.what = what;
    }

    void done() {
      isDone = true;
    }

    @Override
    public void close() {
      long took = System.nanoTime() - begin;
      nanos.add(took);
      (isDone ? answered : failed).increment();
      listener.asked(what, Duration.ofNanos(took), isDone);
      if (took > LONG.toNanos()) {
        LOG.warn("Slow: to {} took {} ms", what, took / 1_000_000);
      }
    }
  }
}
