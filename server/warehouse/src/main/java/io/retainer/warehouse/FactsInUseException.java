package io.retainer.warehouse;

/** Another process holds the file; the message says which. */
public final class FactsInUseException extends WarehouseException {

  private static final long serialVersionUID = 1L;

  FactsInUseException(String message) {
    super(message);
  }
}
