package io.retainer.connector.social;

import io.retainer.toolkit.JsonValue;

/**
 * What VK's interface has answered. Programs keep the answer with its envelope or without.
 *
 * @param path the keys that lead to its items
 * @param first its first item
 */
record VkAnswer(Kind kind, String[] path, JsonValue first) {

  /** What the items are. */
  enum Kind {
    STATISTICS,
    POSTS,
    /** Reach of posts that are named by their number only. */
    REACH,
    NONE
  }

  static VkAnswer of(JsonValue document) {
    JsonValue answer = document.has("response") ? document.at("response") : document;
    String[] envelope = document.has("response") ? new String[] {"response"} : new String[0];
    JsonValue items = answer.at("items");
    if (items.isArray()) {
      String[] path =
          envelope.length == 0 ? new String[] {"items"} : new String[] {"response", "items"};
      return new VkAnswer(kind(items.at(0)), path, items.at(0));
    }
    JsonValue first = answer.isArray() ? answer.at(0) : answer;
    return new VkAnswer(kind(first), envelope, first);
  }

  private static Kind kind(JsonValue item) {
    boolean isDay = item.has("day") && item.has("visitors") && item.has("views");
    if (item.has("period_from") && (item.has("visitors") || item.has("reach")) || isDay) {
      return Kind.STATISTICS;
    }
    if (item.has("owner_id") && item.has("date") && item.at("likes").has("count")) {
      return Kind.POSTS;
    }
    return item.has("reach_total") && item.has("reach_subscribers") ? Kind.REACH : Kind.NONE;
  }
}
