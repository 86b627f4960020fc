package io.retainer.warehouse.fake;

/** Nobody can make one. */
public final class HiddenConnector extends LinesConnector {

  private final String name;

  public HiddenConnector(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }
}
