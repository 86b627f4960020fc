package io.retainer.kpi;

import io.retainer.kpi.compute.WorkerLimits;
import io.retainer.kpi.compute.Workers;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * Where computations run, and whose do.
 *
 * @param program folder of the scripts that came with the program; they were tested with it and
 *     always run
 * @param others which files in other folders may compute too; a right of its own
 */
public record Computing(Workers workers, Path program, Predicate<Path> others) {

  private static final int MOST_AT_A_TIME = 2;

  public Computing {
    program = program.toAbsolutePath().normalize();
  }

  /** Nothing runs until it is asked for. */
  public static Computing in(Path program, Authors authors) {
    return new Computing(Workers.of(MOST_AT_A_TIME, WorkerLimits.USUAL), program, authors);
  }

  boolean isOfProgram(Path file) {
    return file.toAbsolutePath().normalize().startsWith(program);
  }

  boolean admits(Path file) {
    return isOfProgram(file) || others.test(file);
  }
}
