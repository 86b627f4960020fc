package io.retainer.compute.worker;

/** What a computation returns when there is no value, and why. */
public final class Nothing {

  final String why;

  /** How many values there are and how many are needed; zero when that is not why. */
  final int known;

  final int needed;

  private Nothing(String why, int known, int needed) {
    this.why = why;
    this.known = known;
    this.needed = needed;
  }

  static Nothing because(String why) {
    return new Nothing(why == null ? "" : why, 0, 0);
  }

  static Nothing tooFew(int known, int needed) {
    return new Nothing("", known, Math.max(1, needed));
  }
}
