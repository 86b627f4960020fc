package io.retainer.kpi.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What a piece of work took on its own thread, whatever else the machine does.
 *
 * @param bytes allocated, kept or not
 */
public record Measured<T>(T result, Duration cpu, long bytes) {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  public static <T> Measured<T> of(Supplier<T> work) {
    long self = Thread.currentThread().getId();
    long bytes = THREADS.getThreadAllocatedBytes(self);
    long cpu = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    return new Measured<>(
        result,
        Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu),
        THREADS.getThreadAllocatedBytes(self) - bytes);
  }
}
