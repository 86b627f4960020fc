package io.retainer.workspace.support;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;

/** What a Java machine says of itself. */
final class ThisProcess {

  private static final int MEBI = 1024 * 1024;

  private ThisProcess() {}

  static String about() {
    Runtime runtime = Runtime.getRuntime();
    return """
        Java %s, %s
        %s %s, %s, %d processors
        up %s
        """
        .formatted(
            Runtime.version(),
            System.getProperty("java.vm.name"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            runtime.availableProcessors(),
            Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
  }

  /** Sizes only: nothing that lies in the memory. */
  static String memory() {
    var text = new StringBuilder();
    Runtime runtime = Runtime.getRuntime();
    text.append(
        "heap: %d MiB used of %d, at most %d%n"
            .formatted(
                (runtime.totalMemory() - runtime.freeMemory()) / MEBI,
                runtime.totalMemory() / MEBI,
                runtime.maxMemory() / MEBI));
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      text.append(
          "%s: %d MiB, highest %d%n"
              .formatted(
                  pool.getName(),
                  pool.getUsage().getUsed() / MEBI,
                  pool.getPeakUsage().getUsed() / MEBI));
    }
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      text.append(
          "%s: %d times, %d ms%n"
              .formatted(
                  collector.getName(),
                  collector.getCollectionCount(),
                  collector.getCollectionTime()));
    }
    return text.toString();
  }

  /** Where each thread is; stacks have no values in them. */
  static String threads() {
    var text = new StringBuilder();
    ThreadInfo[] threads = ManagementFactory.getThreadMXBean().dumpAllThreads(false, false);
    Arrays.sort(threads, Comparator.comparing(ThreadInfo::getThreadName));
    for (ThreadInfo thread : threads) {
      text.append(thread.getThreadName()).append(": ").append(thread.getThreadState()).append('\n');
      for (StackTraceElement frame : thread.getStackTrace()) {
        text.append("    ").append(frame).append('\n');
      }
    }
    return text.toString();
  }
}
