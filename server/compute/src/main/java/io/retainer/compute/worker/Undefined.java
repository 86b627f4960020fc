package io.retainer.compute.worker;

/**
 * What first had no value while a computation ran, for the one who asks why it gave none. Each
 * thread runs one computation at a time.
 */
final class Undefined {

  private static final ThreadLocal<String> FIRST = new ThreadLocal<>();

  private Undefined() {}

  /** Another computation begins. */
  static void forget() {
    FIRST.remove();
  }

  /** Remembers what it is, with its line, unless there was something before. */
  static void note(String what) {
    if (FIRST.get() == null) {
      FIRST.set(what + Mishap.line(new Throwable()));
    }
  }

  /** A number that is none. */
  static double because(String what) {
    note(what);
    return Double.NaN;
  }

  /**
   * @param otherwise what to say when nothing was noted
   */
  static String first(String otherwise) {
    String first = FIRST.get();
    return first == null ? otherwise : first;
  }
}
