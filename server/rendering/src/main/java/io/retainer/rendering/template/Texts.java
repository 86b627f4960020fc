package io.retainer.rendering.template;

import io.retainer.rendering.words.Words;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one folder, by language and key. */
final class Texts {

  private static final Pattern BAD_ESCAPE = Pattern.compile("\\\\u(?![0-9a-fA-F]{4})");

  private final Map<String, Map<String, String>> byLanguage = new TreeMap<>();

  private Texts() {}

  static Texts read(LayeredFiles files, String folder) {
    Texts texts = new Texts();
    for (String language : Words.LANGUAGES) {
      Map<String, String> merged = new TreeMap<>();
      String path = folder + "/texts_" + language + ".properties";
      for (String layer : files.all(path)) {
        try {
          merged.putAll(Words.read(new StringReader(layer)));
        } catch (IOException | IllegalArgumentException e) {
          throw new TemplateException(
              path
                  + ", line "
                  + lineOfBadEscape(layer)
                  + ": after \\u come four digits from 0 to f, like \\u00e4; write the letter"
                  + " itself, or \\\\ for a backslash",
              e);
        }
      }
      texts.byLanguage.put(language, merged);
    }
    return texts;
  }

  /** A text in memory has no other mistake that would keep it from being read. */
  private static long lineOfBadEscape(String text) {
    Matcher bad = BAD_ESCAPE.matcher(text);
    return 1 + (bad.find() ? text.chars().limit(bad.start()).filter(c -> c == '\n').count() : 0);
  }

  /** A key that one language has and another lacks, a line each. */
  List<String> missing(String folder) {
    TreeSet<String> keys = new TreeSet<>();
    byLanguage.values().forEach(texts -> keys.addAll(texts.keySet()));
    List<String> problems = new ArrayList<>();
    byLanguage.forEach(
        (language, texts) -> {
          for (String key : keys) {
            if (texts.getOrDefault(key, "").isBlank()) {
              problems.add(
                  folder
                      + "/texts_"
                      + language
                      + ".properties: the text \""
                      + key
                      + "\" is missing; add it, the other languages have it");
            }
          }
        });
    return problems;
  }

  /** Whether no language has it: what only one lacks is told as that. */
  boolean isMissing(String key) {
    return byLanguage.values().stream().allMatch(texts -> texts.getOrDefault(key, "").isBlank());
  }

  Map<String, String> in(String language) {
    return byLanguage.getOrDefault(language, Map.of());
  }
}
