package io.retainer.app.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.retainer.workspace.contract.Json;
import java.util.List;
import java.util.Map;

/** For which clients somebody is, as programs read it. */
final class ReachJson {

  private ReachJson() {}

  /** A list, or null for all there are and will be. */
  static JsonNode clients(boolean isLimited, String id, Map<String, List<String>> scopes) {
    return isLimited ? Json.array(scopes.getOrDefault(id, List.of()), Json::text) : Json.nothing();
  }
}
