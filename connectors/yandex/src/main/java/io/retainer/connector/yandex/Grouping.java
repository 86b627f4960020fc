package io.retainer.connector.yandex;

import io.retainer.toolkit.Columns;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A grouping of a report as a canonical dimension.
 *
 * @param key of the heading
 * @param dimension canonical
 * @param name of a cell
 * @param channel whose visits alone the grouping is about, so that a table with it is no whole
 * @param isWhole whether every visit stands in one of its rows
 */
record Grouping(
    String key,
    String dimension,
    UnaryOperator<String> name,
    Optional<String> channel,
    boolean isWhole) {

  /** Of two for the same dimension the first one is kept. */
  private static final List<Grouping> ALL =
      List.of(
          whole("channel", "channel", Names::channel),
          part("utm_source", "source_name", Optional.empty()),
          whole("source_detail", "source_name", Names::plain),
          part("search_engine", "source_name", Optional.of("Organic Search")),
          part("social_network", "source_name", Optional.of("Organic Social")),
          part("advertising", "source_name", Optional.of("Paid Other")),
          part("site", "source_name", Optional.of("Referral")),
          part("medium", "medium", Optional.empty()),
          part("campaign", "campaign", Optional.empty()),
          whole("device", "device", Names::device),
          part("country", "country", Optional.empty()),
          part("city", "city", Optional.empty()),
          part("entry_page", "page", Optional.empty()),
          part("page", "page", Optional.empty()));

  static List<Grouping> of(Columns columns) {
    return ALL.stream().filter(grouping -> columns.has(grouping.key())).toList();
  }

  private static Grouping whole(String key, String dimension, UnaryOperator<String> name) {
    return new Grouping(key, dimension, name, Optional.empty(), true);
  }

  private static Grouping part(String key, String dimension, Optional<String> channel) {
    return new Grouping(key, dimension, Names::plain, channel, false);
  }

  Value value(Columns columns) {
    int index = columns.index(key);
    return new Value(dimension, fields -> name.apply(fields.row().cell(index)), false);
  }
}
