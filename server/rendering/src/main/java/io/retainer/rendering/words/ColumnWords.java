package io.retainer.rendering.words;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The columns of the canonical datasets in words: a title, and a line about what it means. */
public final class ColumnWords {

  private static final Map<String, ColumnWords> LOADED = new ConcurrentHashMap<>();

  private final Words words;
  private final Map<String, String> texts;

  private ColumnWords(Words words) {
    this.words = words;
    this.texts = Words.packaged("columns_" + words.language() + ".properties");
  }

  /** In the locale's language, in English for a language nobody has written yet. */
  public static ColumnWords of(Locale locale) {
    Words words = Words.of(locale);
    return LOADED.computeIfAbsent(words.language(), any -> new ColumnWords(words));
  }

  /** How a column is headed; its own name when nobody has named it. */
  public String title(String dataset, String column) {
    return find(dataset, column, "").or(() -> words.find("dimension." + column)).orElse(column);
  }

  /** What the title does not say. */
  public Optional<String> meaning(String dataset, String column) {
    return find(dataset, column, ".means");
  }

  private Optional<String> find(String dataset, String column, String kind) {
    return Optional.ofNullable(texts.get(dataset + "." + column + kind))
        .or(() -> Optional.ofNullable(texts.get(column + kind)));
  }

  /** All texts by key. */
  Map<String, String> all() {
    return texts;
  }
}
