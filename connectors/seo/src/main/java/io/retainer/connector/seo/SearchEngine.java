package io.retainer.connector.seo;

import java.util.List;
import java.util.Locale;

/**
 * Where a rank tracker looked, as the title of its table says: {@code Google United Kingdom,
 * interface language: English}.
 *
 * @param name {@code Google}; null without a title
 * @param locale country or town, and language; null when the title says neither
 */
record SearchEngine(String name, String locale) {

  private static final List<String> ENGINES =
      List.of(
          "google",
          "bing",
          "yandex",
          "яндекс",
          "yahoo",
          "youtube",
          "duckduckgo",
          "baidu",
          "naver",
          "seznam");

  static SearchEngine of(String title) {
    String text = title.strip();
    if (text.isEmpty()) {
      return new SearchEngine(null, null);
    }
    int comma = text.indexOf(',');
    String engine = comma < 0 ? text : text.substring(0, comma);
    String language = comma < 0 ? "" : text.substring(text.lastIndexOf(':') + 1);
    int blank = engine.indexOf(' ');
    String name = blank < 0 ? engine : engine.substring(0, blank);
    String place = blank < 0 ? "" : engine.substring(blank).strip();
    String locale =
        place.isEmpty() || comma < 0 ? place : place + ", " + language.replace(",", "").strip();
    return new SearchEngine(name, locale.isEmpty() ? null : locale);
  }

  /** Whether a title begins with the name of a search engine. */
  static boolean isNamed(String title) {
    String lower = title.strip().toLowerCase(Locale.ROOT);
    return ENGINES.stream().anyMatch(lower::startsWith);
  }

  /** The account of a site: two engines' positions of the same keywords never mix. */
  String accountOf(String site) {
    return name == null
        ? site
        : locale == null ? site + ", " + name : site + ", " + name + " " + locale;
  }
}
