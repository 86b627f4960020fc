package io.retainer.warehouse;

/** The warehouse cannot do what it was asked; the message says why and what to do. */
public class WarehouseException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public WarehouseException(String message) {
    super(message);
  }

  public WarehouseException(String message, Throwable cause) {
    super(message, cause);
  }
}
