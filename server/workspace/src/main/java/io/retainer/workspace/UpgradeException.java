package io.retainer.workspace;

/** A home cannot be brought to this version; the message says why, and what to do. */
public class UpgradeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UpgradeException(String message) {
    super(message);
  }

  UpgradeException(String message, Throwable cause) {
    super(message, cause);
  }
}
