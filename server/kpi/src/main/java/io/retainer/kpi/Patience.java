package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Problems;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How long computations may be tried before everybody else waits too long: for each file, and in
 * all. One that is well written takes some milliseconds.
 */
final class Patience {

  private static final Duration FOR_A_FILE = Duration.ofSeconds(5);
  private static final Duration IN_ALL = Duration.ofSeconds(30);

  private final Map<String, Duration> spent = new HashMap<>();

  /** Links a computation, or says that there was no time to try it. */
  ComputationLinker.Result with(
      ComputationDraft draft, Problems problems, Supplier<ComputationLinker.Result> linking) {
    if (isOver(draft.file())) {
      problems.add(
          draft.at(),
          "not tried, since others took too long",
          "correct the computation that is reported with it");
      return ComputationLinker.Result.NONE;
    }
    long start = System.nanoTime();
    ComputationLinker.Result result = linking.get();
    spent.merge(draft.file(), Duration.ofNanos(System.nanoTime() - start), Duration::plus);
    return result;
  }

  private boolean isOver(String file) {
    Duration all = spent.values().stream().reduce(Duration.ZERO, Duration::plus);
    return spent.getOrDefault(file, Duration.ZERO).compareTo(FOR_A_FILE) > 0
        || all.compareTo(IN_ALL) > 0;
  }
}
