package io.retainer.warehouse.fake;

import io.retainer.spi.ConnectorDescription;
import java.util.List;

/** Knows the same files as {@link LinesConnector}. */
public final class RivalConnector extends LinesConnector {

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "rival", "Rival", "Lines, too.", List.of("lines"), List.of("web_traffic"));
  }
}
