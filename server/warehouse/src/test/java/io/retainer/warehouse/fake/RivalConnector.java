package io.retainer.warehouse.fake;

import io.retainer.spi.ConnectorDescription;

/** Knows the same files as {@link LinesConnector}. */
public final class RivalConnector extends LinesConnector {

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("rival", "Rival").about("Lines, too.").build();
  }
}
