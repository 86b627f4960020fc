package io.retainer.warehouse.imports;

import io.retainer.model.client.ClientId;
import java.util.Map;

/** Settings of connectors that hold for every import of a client, so that nobody repeats them. */
public interface ClientSettings {

  /** By name, see {@link GivenSettings}; what is given with an import takes precedence. */
  Map<String, String> of(ClientId client);

  static ClientSettings none() {
    return client -> Map.of();
  }
}
