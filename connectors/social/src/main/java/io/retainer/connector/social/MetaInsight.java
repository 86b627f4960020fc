package io.retainer.connector.social;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a table of an Insights file is about, as its title says: {@code Instagram profile visits}.
 *
 * @param column the canonical column its numbers fill
 * @param network {@code facebook} or {@code instagram}; empty when the title names neither
 */
record MetaInsight(String column, Optional<String> network) {

  /** The two networks of the suite, as their ids and as they are written in every language. */
  static final List<String> NETWORKS = List.of("facebook", "instagram");

  private static final Map<String, Pattern> SHORT =
      Map.of(
          "facebook", Pattern.compile("(?i)(?<![a-z])fb(?![a-z])"),
          "instagram", Pattern.compile("(?i)(?<![a-z])(ig|insta)(?![a-z])"));

  private static final Phrases TITLES = Phrases.of("meta-insight-titles.txt");

  /** Empty for a title that no phrase fits. */
  static Optional<MetaInsight> of(String title) {
    return TITLES.find(title).map(column -> new MetaInsight(column, networkIn(title)));
  }

  /** The network a text names, if it names exactly one. */
  static Optional<String> networkIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<String> named = NETWORKS.stream().filter(lower::contains).toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** The network the name of a file names, in full or as people shorten it: {@code IG VIEWS}. */
  static Optional<String> networkInName(String name) {
    List<String> shortened =
        NETWORKS.stream().filter(network -> SHORT.get(network).matcher(name).find()).toList();
    return networkIn(name)
        .or(() -> shortened.size() == 1 ? Optional.of(shortened.get(0)) : Optional.empty());
  }

  /** The one network that all of the texts name, if any does. */
  static Optional<String> networkInAll(Stream<String> texts) {
    List<String> named = texts.flatMap(text -> networkIn(text).stream()).distinct().toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }
}
