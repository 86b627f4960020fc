package io.retainer.kpi.script;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of the program costs the script that brings it about, and no other. */
public final class Unforeseen {

  private static final Logger LOG = LoggerFactory.getLogger(Unforeseen.class);

  private static final int MOST_NOTED = 100;
  private static final int CALLS = 6;

  /** Faults that the log has already. */
  private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

  private Unforeseen() {}

  /** What the log does not have yet. */
  static Optional<String> news(Throwable fault) {
    String trace = trace(fault);
    return NOTED.size() < MOST_NOTED && NOTED.add(trace) ? Optional.of(trace) : Optional.empty();
  }

  /** What it is, and the innermost calls that led to it. */
  private static String trace(Throwable fault) {
    return fault.getClass().getName()
        + Arrays.stream(fault.getStackTrace())
            .limit(CALLS)
            .map(
                call ->
                    call.getClassName().replaceFirst(".*\\.", "")
                        + "."
                        + call.getMethodName()
                        + ":"
                        + call.getLineNumber())
            .collect(Collectors.joining(" < ", " at ", ""));
  }

  /** Takes a step of reading a script; one that fails is a problem of the script, and empty. */
  public static <T> Optional<T> contained(Problems problems, Place at, Supplier<Optional<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException | StackOverflowError e) {
      note(problems, at, e);
      return Optional.empty();
    }
  }

  /**
   * Logs a fault, and makes it a problem of the script. The log has where it was found in one line,
   * once for each place of the program: what an author tries goes to a terminal too, where nobody
   * reads forty traces.
   */
  public static void note(Problems problems, Place at, Throwable fault) {
    String trace = trace(fault);
    if (NOTED.size() < MOST_NOTED && NOTED.add(trace)) {
      LOG.error("{}:{} brings about a fault of the program: {}", problems.file(), at.line(), trace);
    }
    problems.add(
        at,
        "this brings about a fault of the program (" + fault.getClass().getSimpleName() + ")",
        "write it in another way, and report this with what the server's log says");
  }
}
