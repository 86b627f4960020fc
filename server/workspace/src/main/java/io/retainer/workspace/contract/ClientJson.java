package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.model.client.Client;
import java.util.Map;
import java.util.TreeMap;

/** A client as JSON. */
public final class ClientJson {

  private ClientJson() {}

  /**
   * @param parameters what the client chose for KPIs and for connectors
   */
  public static ObjectNode of(Client client, Map<String, String> parameters) {
    ObjectNode json = of(client);
    ObjectNode chosen = Json.object();
    new TreeMap<>(parameters).forEach(chosen::put);
    json.set("parameters", chosen);
    return json;
  }

  public static ObjectNode of(Client client) {
    return Json.object()
        .put("id", client.id().value())
        .put("name", client.name())
        .put("zone", client.zone().getId())
        .put("locale", client.locale().toLanguageTag())
        .put("currency", client.currency().getCurrencyCode());
  }
}
