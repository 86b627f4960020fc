package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.Problems;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How long the computations of a file may be tried where somebody waits for all of them; what one
 * file takes is nothing that another has to answer for. One that is well written takes some
 * milliseconds.
 */
final class Patience {

  private static final Duration FOR_A_FILE = Duration.ofSeconds(5);

  private final Map<String, Duration> spent = new HashMap<>();

  /** Links a computation, or says that there was no time to try it. */
  ComputationLinker.Result with(
      ComputationDraft draft, Problems problems, Supplier<ComputationLinker.Result> linking) {
    if (isOver(draft.file())) {
      problems.add(
          draft.at(),
          "not tried, since others of this file took too long",
          "correct the computation that is reported with it");
      return ComputationLinker.Result.NONE;
    }
    long start = System.nanoTime();
    ComputationLinker.Result result = linking.get();
    spent.merge(draft.file(), Duration.ofNanos(System.nanoTime() - start), Duration::plus);
    return result;
  }

  private boolean isOver(String file) {
    return spent.getOrDefault(file, Duration.ZERO).compareTo(FOR_A_FILE) > 0;
  }
}
