package io.retainer.cli;

/** The command cannot be done as it was typed. The message says what to type instead. */
final class WrongUsage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongUsage(String message) {
    super(message);
  }
}
