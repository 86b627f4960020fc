package io.retainer.warehouse.fake;

/** Cannot be initialised. */
public final class BadStaticConnector extends LinesConnector {

  private static final int PARTS = Integer.parseInt("three");

  public int parts() {
    return PARTS;
  }
}
