package io.retainer.kpi.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Where a text is parsed: on a thread with a stack of a known size, whose time is its own. {@link
 * ScriptGuard} sees to it that no text needs more than a part of the limits; the thread is the
 * second wall.
 */
final class ParserThread {

  /** Enough for what {@link ScriptGuard} lets through, on every machine. */
  private static final long STACK_BYTES = 16L << 20;

  private static final Duration MOST_CPU = Duration.ofSeconds(2);

  /** The first text of a process is read by a parser that nothing has made quick yet. */
  private static final Duration MOST_CPU_AT_FIRST = Duration.ofSeconds(5);

  private static volatile boolean isFirst = true;

  private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(1);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * What all definitions of a text may allocate one after the other, most of it garbage at once. A
   * single one stays below a quarter of it by what {@link ScriptLimits} allows.
   */
  private static final long MOST_BYTES = 256L << 20;

  private ParserThread() {}

  /** Loads Groovy with a text of ours, so that no author's text is charged for it. */
  private static final class Groovy {
    static {
      var configuration = new CompilerConfiguration();
      var unit =
          new SourceUnit(
              "first",
              "kpi('a.b') { title en: 'C'; value { 100 * sum(d).where(e == 'f') / sum(g) } }",
              configuration,
              null,
              new ErrorCollector(configuration));
      unit.parse();
      unit.completePhase();
      unit.nextPhase();
      unit.convert();
    }

    private Groovy() {}

    static void load() {}
  }

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
    Groovy.load();
    AtomicReference<Outcome> outcome = new AtomicReference<>();
    Thread thread =
        new Thread(null, () -> outcome.set(measured(parse)), "kpi-script-parser", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    Duration most = isFirst ? MOST_CPU_AT_FIRST : MOST_CPU;
    var standstill = new Standstill(LONGEST_STANDSTILL, System.nanoTime());
    long cpu = 0;
    try {
      while (thread.isAlive()
          && cpu < most.toNanos()
          && !standstill.isForGood(System.nanoTime(), cpu)) {
        thread.join(50);
        cpu = THREADS.getThreadCpuTime(thread.getId());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    isFirst = false;
    if (outcome.get() == null) {
      return new Outcome(End.TOO_LONG, most, 0);
    }
    return outcome.get();
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
