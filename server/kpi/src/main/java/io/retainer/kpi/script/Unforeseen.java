package io.retainer.kpi.script;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A fault of the program costs the script that brings it about, and no other. */
public final class Unforeseen {

  private static final Logger LOG = LoggerFactory.getLogger(Unforeseen.class);

  private Unforeseen() {}

  /** Takes a step of reading a script; one that fails is a problem of the script, and empty. */
  public static <T> Optional<T> contained(Problems problems, Place at, Supplier<Optional<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException | StackOverflowError e) {
      note(problems, at, e);
      return Optional.empty();
    }
  }

  /** Logs a fault, and makes it a problem of the script. */
  public static void note(Problems problems, Place at, Throwable fault) {
    LOG.error("{}:{} brings about a fault of the program", problems.file(), at.line(), fault);
    problems.add(
        at,
        "this brings about a fault of the program (" + fault.getClass().getSimpleName() + ")",
        "write it in another way, and report this with what the server's log says");
  }
}
