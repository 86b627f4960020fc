package io.retainer.cli.doctor;

/**
 * What a look at one thing showed.
 *
 * @param subject what was looked at
 * @param saw what is there
 * @param advice what to do; empty where there is nothing to do
 */
public record Finding(String subject, Level level, String saw, String advice) {

  /** Whether somebody has to do something. */
  public enum Level {
    /** As it should be. */
    FINE,
    /** It works, and may not for long. */
    LOOK,
    /** The server cannot start, or a part of it cannot work. */
    BROKEN
  }

  static Finding fine(String subject, String saw) {
    return new Finding(subject, Level.FINE, saw, "");
  }

  static Finding look(String subject, String saw, String advice) {
    return new Finding(subject, Level.LOOK, saw, advice);
  }

  static Finding broken(String subject, String saw, String advice) {
    return new Finding(subject, Level.BROKEN, saw, advice);
  }
}
