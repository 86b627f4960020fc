package io.retainer.testkit;

/** What a connector does that it should not, in words for its author. */
public final class BrokenPromise extends AssertionError {

  private static final long serialVersionUID = 1;

  public BrokenPromise(String message) {
    super(message);
  }

  BrokenPromise(String message, Throwable cause) {
    super(message, cause);
  }
}
