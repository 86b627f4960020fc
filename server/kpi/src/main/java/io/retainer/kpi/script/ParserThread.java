package io.retainer.kpi.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where a text is parsed: on a thread with a stack of a known size, whose time is its own. {@link
 * ScriptGuard} sees to it that no text needs more than a part of the limits; the thread is the
 * second wall.
 */
final class ParserThread {

  /** Enough for what {@link ScriptGuard} lets through, on every machine. */
  private static final long STACK_BYTES = 16L << 20;

  /** No text needs two seconds once Groovy is loaded, which the first one waits for. */
  private static final Duration MOST_CPU = Duration.ofSeconds(5);

  private static final long LONGEST_WAIT_MILLIS = 60_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * What all definitions of a text may allocate one after the other, most of it garbage at once. A
   * single one stays below a quarter of it by what {@link ScriptLimits} allows.
   */
  private static final long MOST_BYTES = 256L << 20;

  private ParserThread() {}

  /** Whether the parser thread that asks has used up what a text may take. */
  static boolean isExhausted() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) > MOST_BYTES;
  }

  /** How a parse ended. */
  enum End {
    DONE,
    FAILED,
    TOO_LONG
  }

  /**
   * @param cpu time the thread was at work
   * @param bytes what it allocated, kept or not
   */
  record Outcome(End end, Duration cpu, long bytes) {}

  /** Waits by the thread's own time, so that a busy machine does not refuse honest scripts. */
  static Outcome run(Runnable parse) {
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    Thread thread =
        new Thread(null, () -> outcome.set(measured(parse)), "kpi-script-parser", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    long deadline = System.nanoTime() + LONGEST_WAIT_MILLIS * 1_000_000;
    try {
      while (thread.isAlive()
          && System.nanoTime() < deadline
          && THREADS.getThreadCpuTime(thread.getId()) < MOST_CPU.toNanos()) {
        thread.join(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return outcome.get() != null ? outcome.get() : new Outcome(End.TOO_LONG, MOST_CPU, 0);
  }

  private static Outcome measured(Runnable parse) {
    End end = End.DONE;
    try {
      parse.run();
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      end = End.FAILED;
    }
    return new Outcome(
        end,
        Duration.ofNanos(THREADS.getCurrentThreadCpuTime()),
        THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()));
  }
}
