package io.retainer.kpi;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;

/** What this process holds: bytes of heap and metaspace, and classes. */
record Used(long heap, long metaspace, int classes) {

  /** Once the collector has run some times. */
  static Used after(int collections) {
    for (int i = 0; i < collections; i++) {
      System.gc();
    }
    long metaspace =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .map(MemoryPoolMXBean::getUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    return new Used(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        metaspace,
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
  }

  @Override
  public String toString() {
    return "%d KiB heap, %d KiB metaspace, %d classes"
        .formatted(heap >> 10, metaspace >> 10, classes);
  }
}
