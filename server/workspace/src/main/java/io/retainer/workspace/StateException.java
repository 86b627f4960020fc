package io.retainer.workspace;

/** The state database cannot be used; the message says why and what to do. */
public class StateException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  public StateException(String message) {
    super(message);
  }

  public StateException(String message, Throwable cause) {
    super(message, cause);
  }
}
