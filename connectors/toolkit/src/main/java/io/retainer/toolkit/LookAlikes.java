package io.retainer.toolkit;

/**
 * Latin letters inside Cyrillic words: Google writes the Russian "Kлики" with a Latin K, and many
 * keyboards give a Latin i for the Ukrainian and Belarusian one.
 */
final class LookAlikes {

  private static final String LATIN = "abcehikmoptxy";
  private static final String CYRILLIC = "авсенікмортху";

  private LookAlikes() {}

  /**
   * A text in small letters with each word that is Cyrillic but for look-alikes wholly Cyrillic;
   * words of one alphabet stay as they are.
   */
  static String without(String text) {
    StringBuilder folded = null;
    for (int start = 0, end; start < text.length(); start = end + 1) {
      end = start;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (isMixed(text, start, end)) {
        folded = folded == null ? new StringBuilder(text) : folded;
        for (int i = start; i < end; i++) {
          int letter = LATIN.indexOf(text.charAt(i));
          folded.setCharAt(i, letter < 0 ? text.charAt(i) : CYRILLIC.charAt(letter));
        }
      }
    }
    return folded == null ? text : folded.toString();
  }

  private static boolean isMixed(String text, int start, int end) {
    boolean hasCyrillic = false;
    boolean hasLookAlike = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC) {
        hasCyrillic = true;
      } else if (LATIN.indexOf(c) >= 0) {
        hasLookAlike = true;
      } else {
        return false;
      }
    }
    return hasCyrillic && hasLookAlike;
  }
}
