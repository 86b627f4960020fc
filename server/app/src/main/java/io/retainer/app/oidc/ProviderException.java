package io.retainer.app.oidc;

/** Nobody comes in by the provider this time. */
public final class ProviderException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Whose turn it is to do something. */
  public enum Reason {
    /** It cannot be reached, or does not answer as a provider does. */
    SILENT,
    /** It does not take this server for the program that it knows: id or secret are wrong. */
    STRANGER,
    /** Nobody is proven: refused there, or a proof that is not good. */
    REFUSED
  }

  private final Reason reason;

  ProviderException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
