package io.retainer.compute.worker;

/** What a computation returns when there is no value, and why. */
public final class Nothing {

  final String why;

  Nothing(String why) {
    this.why = why;
  }
}
