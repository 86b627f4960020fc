package io.retainer.systemtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retainer.workspace.contract.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Schemas by which an answer has nothing that is not described. For readers of a description an
 * answer may have more, as that of a later version has; for those who write it, it may not.
 */
final class StrictSchemas {

  private static final String REF = "#/components/schemas/";

  private StrictSchemas() {}

  /** Those that others are made of can only be strict as a whole. */
  static ObjectNode all(JsonNode schemas) {
    Set<String> parts = new HashSet<>();
    schemas.findValues("allOf").forEach(all -> all.forEach(part -> parts.add(name(part))));
    ObjectNode strict = Json.object();
    schemas
        .properties()
        .forEach(
            each -> {
              JsonNode schema = of(each.getValue(), Set.of());
              if (parts.contains(each.getKey())) {
                ((ObjectNode) schema).remove("unevaluatedProperties");
              }
              strict.set(each.getKey(), schema);
            });
    return strict;
  }

  private static String name(JsonNode schema) {
    return schema.path("$ref").asText().replace(REF, "");
  }

  /**
   * @param without words that a part of a whole must not have
   */
  static JsonNode of(JsonNode schema, Set<String> without) {
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode strict = schema.deepCopy();
    if (schema.path("properties").isObject()) {
      ObjectNode properties = Json.object();
      schema
          .path("properties")
          .properties()
          .forEach(each -> properties.set(each.getKey(), of(each.getValue(), Set.of())));
      strict.set("properties", properties);
    }
    for (String word : List.of("items", "additionalProperties")) {
      if (schema.path(word).isObject()) {
        strict.set(word, of(schema.path(word), Set.of()));
      }
    }
    for (String word : List.of("oneOf", "anyOf", "allOf")) {
      if (schema.path(word).isArray()) {
        ArrayNode parts = strict.putArray(word);
        Set<String> ofParts = word.equals("allOf") ? Set.of("unevaluatedProperties") : Set.of();
        schema.path(word).forEach(part -> parts.add(of(part, ofParts)));
      }
    }
    boolean isObject = schema.has("properties") || schema.has("allOf");
    if (isObject && !schema.has("additionalProperties")) {
      strict.put("unevaluatedProperties", false);
    }
    strict.remove(without);
    return strict;
  }
}
