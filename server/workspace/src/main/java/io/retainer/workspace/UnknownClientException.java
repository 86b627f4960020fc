package io.retainer.workspace;

import io.retainer.model.client.ClientId;
import java.util.List;

/** Somebody asked for a client that is not there. */
public class UnknownClientException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownClientException(ClientId id, List<ClientId> known) {
    super(
        "There is no client \""
            + id
            + "\""
            + (known.isEmpty()
                ? "; there are no clients yet. Add one with: retainer client add"
                : "; there are " + known));
  }
}
