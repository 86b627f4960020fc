package io.retainer.app.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What somebody looks for.
 *
 * @param asked as it was typed, shortened to what a name could be
 * @param words of it in lower case; each has to stand somewhere in what is found, in any order
 */
record Sought(String asked, List<String> words) {

  static final int LONGEST = 100;
  private static final int MOST_WORDS = 8;

  static Sought of(String typed) {
    String text = typed == null ? "" : typed.strip();
    String asked = text.substring(0, Math.min(text.length(), LONGEST));
    return new Sought(
        asked,
        Stream.of(lower(asked).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(MOST_WORDS)
            .toList());
  }

  boolean isNothing() {
    return words.isEmpty();
  }

  /** Whether each word stands in one of these names. */
  boolean fits(String... names) {
    String all = lower(String.join("\n", names));
    return words.stream().allMatch(all::contains);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
