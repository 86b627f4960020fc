package io.retainer.compute.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.compute.protocol.Answer;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Question;
import io.retainer.compute.protocol.Sums;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five thousand texts one after the other leave nothing behind in a worker. */
class EditsSoak {

  private static final int EDITS = 5_000;
  private static final int FIRST = 500;
  private static final long MEBIBYTE = 1L << 20;

  @Test
  void leaveNoClassLoaderBehind() {
    Computations computations = new Computations();
    for (int i = 0; i < FIRST; i++) {
      run(computations, i);
    }
    Used before = usedAfterOthers(computations);
    for (int i = FIRST; i < EDITS; i++) {
      run(computations, i);
    }
    Used after = usedAfterOthers(computations);

    System.out.println("after " + FIRST + " edits: " + before + ", after " + EDITS + ": " + after);
    assertThat(after.heap - before.heap).isLessThan(8 * MEBIBYTE);
    assertThat(after.metaspace - before.metaspace).isLessThan(8 * MEBIBYTE);
    assertThat(after.classes - before.classes).isLessThan(1_000);
  }

  /**
   * What is used once the collector has run, with edits in between: Groovy keeps the extension
   * methods of a class loader in a weak map, and lets them go when an edit next asks that map.
   */
  private static Used usedAfterOthers(Computations computations) {
    for (int i = 0; i < 5; i++) {
      System.gc();
      run(computations, EDITS + i);
    }
    return Used.now();
  }

  private static void run(Computations computations, int edit) {
    Answer answer =
        computations.answer(
            new Question(
                false,
                new Question.Source(
                    "mean(months.values.collect { x -> x + " + edit + " }) + " + edit, 1, 1),
                List.of(
                    new Input(
                        "months", new double[] {1, 2, 3}, 12, 2026, 1, Sums.TOTAL_AND_MEAN))));
    assertThat(answer).isEqualTo(new Answer.Value(2 + 2.0 * edit, Double.NaN, Double.NaN));
  }

  record Used(long heap, long metaspace, int classes) {

    static Used now() {
      System.gc();
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
}
