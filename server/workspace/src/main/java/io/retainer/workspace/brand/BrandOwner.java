package io.retainer.workspace.brand;

import io.retainer.model.client.ClientId;
import java.util.Optional;

/**
 * Whose brand it is.
 *
 * @param client empty for the agency, whose brand holds where a client has none
 */
public record BrandOwner(Optional<ClientId> client) {

  public static final BrandOwner AGENCY = new BrandOwner(Optional.empty());

  public static BrandOwner of(ClientId client) {
    return new BrandOwner(Optional.of(client));
  }
}
