package io.retainer.workspace.backup;

/** A backup that could not be made, or that is not what it says; the message says what to do. */
public final class BackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Exception cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
