package io.retainer.app.deliveries;

/** What is asked of a delivery does not go with what became of it; the message says why. */
final class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Conflict(String message) {
    super(message);
  }
}
