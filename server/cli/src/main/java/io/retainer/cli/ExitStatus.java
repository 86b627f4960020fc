package io.retainer.cli;

/** What a command tells the script that called it. */
final class ExitStatus {

  static final int DONE = 0;

  /** Something to look at: a rejected file, a failed example, a report that could not be made. */
  static final int FINDINGS = 1;

  static final int WRONG_USAGE = 2;

  private ExitStatus() {}
}
