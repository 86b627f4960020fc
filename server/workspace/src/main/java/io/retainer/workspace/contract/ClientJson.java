package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.client.Client;

/** A client as JSON. */
public final class ClientJson {

  private ClientJson() {}

  public static ObjectNode of(Client client) {
    return Json.object()
        .put("id", client.id().value())
        .put("name", client.name())
        .put("zone", client.zone().getId())
        .put("locale", client.locale().toLanguageTag())
        .put("currency", client.currency().getCurrencyCode());
  }
}
