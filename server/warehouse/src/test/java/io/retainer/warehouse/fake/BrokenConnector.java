package io.retainer.warehouse.fake;

/** Fails when it is started. */
public final class BrokenConnector extends LinesConnector {

  public BrokenConnector() {
    throw new IllegalStateException("licence file not found");
  }
}
