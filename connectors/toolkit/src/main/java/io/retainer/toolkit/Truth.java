package io.retainer.toolkit;

import java.util.Optional;
import java.util.Set;

/** Reads yes and no. The words are data. */
public final class Truth {

  private static final Set<String> YES = Set.copyOf(Words.lines("yes.txt"));
  private static final Set<String> NO = Set.copyOf(Words.lines("no.txt"));

  private Truth() {}

  /** Empty when the text is neither. */
  public static Optional<Boolean> of(String text) {
    String word = Words.normal(text);
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }
}
