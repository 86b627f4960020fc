package io.retainer.app.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What somebody looks for.
 *
 * @param asked as it was typed, shortened to what a name could be
 * @param words of it in lower case; each has to stand somewhere in what is found, in any order
 */
public record Sought(String asked, List<String> words) {

  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 8;

  /**
   * @param typed null for nothing
   */
  public static Sought of(String typed) {
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

  public boolean isNothing() {
    return words.isEmpty();
  }

  /** Whether each word stands in one of these names; nothing fits all. */
  public boolean fits(String... names) {
    return words.stream().allMatch(word -> isIn(word, names));
  }

  /** Whether a word, one of {@link #words}, stands in one of these names. */
  public static boolean isIn(String word, String... names) {
    return lower(String.join("\n", names)).contains(word);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
