package io.retainer.cli;

/** Who sits at the command line, for ledgers. */
final class Who {

  private Who() {}

  static String asks() {
    return System.getProperty("user.name", "") + " (command line)";
  }
}
