package io.retainer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs commands as the launcher does, within the test. */
final class Commands {

  private Commands() {}

  record Outcome(int status, String out, String err) {}

  static Outcome retainer(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    String[] words = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    int status = Retainer.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(words);
    return new Outcome(status, out.toString(), err.toString());
  }
}
