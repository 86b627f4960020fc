package io.retainer.cli.api;

import java.io.IOException;

/** The server refused a request; the message says why. */
public final class ApiException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  ApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
