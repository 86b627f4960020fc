package io.retainer.app.reports;

/** More reports wait than can be rendered soon. */
public final class QueueFullException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  QueueFullException(int waiting) {
    super(waiting + " reports wait to be rendered already. Try again in a few minutes.");
  }
}
