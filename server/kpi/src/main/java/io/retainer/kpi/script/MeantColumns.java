package io.retainer.kpi.script;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Columns that somebody may mean by another word: one spelt nearly so, or called so elsewhere. */
final class MeantColumns {

  private static final int MOST = 4;

  /** The field's other words, each with what it is called here, by dataset. */
  private static final Map<String, List<String>> CALLED =
      Map.ofEntries(
          Map.entry("spend", List.of("cost")),
          Map.entry("spent", List.of("cost")),
          Map.entry("amount_spent", List.of("cost")),
          Map.entry("sales", List.of("total", "net", "revenue", "conversion_value")),
          Map.entry("turnover", List.of("total", "net", "revenue")),
          Map.entry("revenue", List.of("total", "net", "conversion_value", "amount")),
          Map.entry("visits", List.of("sessions")),
          Map.entry("visitors", List.of("users")),
          Map.entry("views", List.of("pageviews", "video_views", "impressions")),
          Map.entry("fans", List.of("followers")),
          Map.entry("subscribers", List.of("followers", "recipients")),
          Map.entry("interactions", List.of("engagements")),
          Map.entry("sent", List.of("recipients")),
          Map.entry("purchases", List.of("transactions", "orders", "conversions")),
          Map.entry("customer", List.of("customer_key")),
          Map.entry("customer_id", List.of("customer_key")),
          Map.entry("qty", List.of("quantity", "items")),
          Map.entry("rank", List.of("position")),
          Map.entry("rating", List.of("stars")));

  private MeantColumns() {}

  /** A question that names them; empty when nothing here is like it. */
  static Optional<String> question(String saw, Collection<String> known) {
    Optional<String> near = Nearest.to(saw, known);
    List<String> meant = near.isPresent() ? List.of(near.get()) : Nearest.beginningWith(saw, known);
    if (meant.isEmpty()) {
      meant =
          CALLED.getOrDefault(saw.toLowerCase(Locale.ROOT), List.of()).stream()
              .filter(known::contains)
              .limit(1)
              .toList();
    }
    return meant.isEmpty() || meant.size() > MOST
        ? Optional.empty()
        : Optional.of("did you mean " + either(meant) + "?");
  }

  private static String either(List<String> words) {
    String last = "'" + words.get(words.size() - 1) + "'";
    return words.size() == 1
        ? last
        : "'" + String.join("', '", words.subList(0, words.size() - 1)) + "' or " + last;
  }
}
