package io.retainer.cli;

import io.retainer.warehouse.imports.Progress;
import java.io.PrintWriter;

/**
 * Says how far an import is: on a terminal in one line that changes, elsewhere not at all, because
 * the summary follows.
 */
final class ImportProgress implements Progress {

  private static final int WIDTH = 100;
  private static final long PAUSE_NANOS = 100_000_000;

  private final PrintWriter err;
  private final boolean isTerminal;
  private long last;

  ImportProgress(PrintWriter err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  @Override
  public void at(String file, Step step, long rows) {
    long now = System.nanoTime();
    if (!isTerminal || (step != Step.DONE && now - last < PAUSE_NANOS)) {
      return;
    }
    last = now;
    String line =
        step == Step.DONE
            ? ""
            : "%s %s%s".formatted(word(step), file, rows > 0 ? ", " + rows + " rows" : "");
    line = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
    err.print("\r" + line + " ".repeat(WIDTH - line.length()) + "\r");
    err.flush();
  }

  private static String word(Step step) {
    return switch (step) {
      case RECEIVING -> "receiving";
      case RECOGNISING -> "recognising";
      case READING -> "reading";
      case ACCEPTING -> "accepting";
      case DONE -> "done";
    };
  }
}
