package io.retainer.app.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;

/** For which clients somebody is, as programs read it. */
final class ReachJson {

  private ReachJson() {}

  /** A list, or null for all there are and will be. */
  static JsonNode clients(boolean isLimited, String id, Map<String, List<String>> scopes) {
    if (!isLimited) {
      return JsonNodeFactory.instance.nullNode();
    }
    ArrayNode clients = JsonNodeFactory.instance.arrayNode();
    scopes.getOrDefault(id, List.of()).forEach(clients::add);
    return clients;
  }
}
