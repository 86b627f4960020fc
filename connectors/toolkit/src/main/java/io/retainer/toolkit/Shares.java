package io.retainer.toolkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the count out of a cell that shows its share too: {@code 1085 (26.66%)}. */
final class Shares {

  private static final int LONGEST = 60;
  private static final Pattern COUNT_FIRST =
      Pattern.compile("([^()%]+?)\\s*\\(\\s*[<~]?[\\d.,\\s\\u00A0\\u202F]+\\s*%\\s*\\)");
  private static final Pattern SHARE_FIRST =
      Pattern.compile("[\\d.,\\s\\u00A0\\u202F]+%\\s*\\(([^()%]+)\\)");

  private Shares() {}

  /** The text of the count, or the text itself when there is no share. */
  static String countOf(String text) {
    if (text.length() > LONGEST || text.indexOf('%') < 0 || text.indexOf('(') < 0) {
      return text;
    }
    String trimmed = Words.trim(text);
    Matcher countFirst = COUNT_FIRST.matcher(trimmed);
    if (countFirst.matches()) {
      return countFirst.group(1);
    }
    Matcher shareFirst = SHARE_FIRST.matcher(trimmed);
    return shareFirst.matches() ? shareFirst.group(1) : text;
  }
}
