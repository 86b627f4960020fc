package io.retainer.connector.social;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Phrases by which a text is told, kept as data beside this class: {@code name: phrase | phrase}.
 */
record Phrases(Map<String, List<String>> phrases) {

  static Phrases of(String resource) {
    Map<String, List<String>> phrases = new LinkedHashMap<>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Phrases.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                phrases.put(
                    line.substring(0, colon),
                    Stream.of(line.substring(colon + 1).split("\\|")).map(String::strip).toList());
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new Phrases(phrases);
  }

  /** The first name one of whose phrases the text contains. */
  Optional<String> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return phrases.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(lower::contains))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
