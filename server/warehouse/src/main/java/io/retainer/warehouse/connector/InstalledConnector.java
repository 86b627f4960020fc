package io.retainer.warehouse.connector;

import io.retainer.spi.Connector;
import io.retainer.spi.ConnectorDescription;
import java.nio.file.Path;

/**
 * A connector that can be used.
 *
 * @param jar the JAR it was found in
 */
public record InstalledConnector(ConnectorDescription description, Path jar, Connector connector) {

  public String id() {
    return description.id();
  }
}
