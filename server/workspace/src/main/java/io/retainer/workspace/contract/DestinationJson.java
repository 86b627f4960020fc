package io.retainer.workspace.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.destinations.Destination;
import io.retainer.workspace.destinations.KeptDestinations.Pause;
import io.retainer.workspace.destinations.KnownDestination;
import io.retainer.workspace.destinations.Trouble;
import java.util.List;

/** A destination as programs read it; its secret is in no answer. */
public final class DestinationJson {

  private DestinationJson() {}

  /**
   * @param clients ids of those that whoever asks may see
   */
  public static ObjectNode of(KnownDestination known, List<String> clients) {
    Destination destination = known.destination();
    ObjectNode json =
        Json.object()
            .put("recipient", destination.recipient())
            .put("kind", destination.kind().word())
            .put("target", destination.target())
            .put("ofOperator", known.isOfOperator())
            .put("paused", known.pause().isPresent())
            .put("pausedBy", known.pause().map(Pause::by).orElse(null))
            .put("pausedAt", known.pause().map(each -> each.at().toString()).orElse(null))
            .put("failing", known.trouble().map(Trouble::reports).orElse(0))
            .put("failingSince", known.trouble().map(each -> each.since().toString()).orElse(null))
            .put("answer", known.trouble().map(Trouble::answer).orElse(null))
            .put("allClients", destination.clients().contains(Destination.ALL));
    json.set("clients", Json.array(clients, Json::text));
    json.set("hostKeys", Json.array(destination.hostKeys().stream().sorted().toList(), Json::text));
    return json;
  }
}
