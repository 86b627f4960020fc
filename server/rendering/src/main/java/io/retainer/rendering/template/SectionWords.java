package io.retainer.rendering.template;

import io.retainer.model.report.commentary.Prose;
import io.retainer.rendering.words.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a definition itself says of a section: {@code title: {fi: Tapahtumat, en: Events}}. The
 * language that is named first stands for those that are not.
 *
 * @param titles by language
 * @param texts a text below the headline, by language; empty without one
 */
public record SectionWords(Map<String, String> titles, Map<String, String> texts) {

  public static final SectionWords NONE = new SectionWords(Map.of(), Map.of());

  static final String TITLE = "title";
  static final String TEXT = "text";

  /** A heading is one line. */
  public static final int LONGEST_TITLE = 60;

  /** As much as is read above a picture. */
  public static final int LONGEST_TEXT = 1000;

  public SectionWords {
    titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** What a language reads; empty when no language has anything. */
  public static Optional<String> in(Map<String, String> words, String language) {
    return Optional.ofNullable(words.get(language)).or(() -> words.values().stream().findFirst());
  }

  static SectionWords read(YamlLines section, List<String> problems) {
    return new SectionWords(
        words(section, TITLE, LONGEST_TITLE, problems),
        words(section, TEXT, LONGEST_TEXT, problems));
  }

  private static Map<String, String> words(
      YamlLines section, String key, int longest, List<String> problems) {
    Map<String, String> words = new LinkedHashMap<>();
    section
        .child(key)
        .ifPresent(
            line -> {
              line.allow(Words.LANGUAGES.toArray(String[]::new));
              for (String language : line.children().keySet()) {
                String text = new Prose(line.text(language)).text();
                if (text.isEmpty() || text.codePointCount(0, text.length()) > longest) {
                  problems.add(
                      line.at()
                          + ": \""
                          + key
                          + "\" in a language has 1 to "
                          + longest
                          + " characters; saw "
                          + text.codePointCount(0, text.length()));
                }
                words.put(language, text);
              }
            });
    return words;
  }

  /** Lays them over the texts of a language. */
  void over(Map<String, String> own, String key, String language) {
    in(titles, language).ifPresent(title -> own.put("section." + key + ".title", title));
    in(texts, language).ifPresent(text -> own.put("section." + key + ".text", text));
  }
}
