package io.retainer.workspace.sealing;

/** Why a secret cannot be opened, for the person who has to mend it. */
public final class SealingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SealingException(String message) {
    super(message);
  }
}
