package io.retainer.model.client;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A client of the agency.
 *
 * @param name as it stands on the cover
 * @param zone where its days begin and end
 * @param locale the language of its reports
 * @param currency the currency of amounts that state none
 */
public record Client(ClientId id, String name, ZoneId zone, Locale locale, Currency currency) {

  /**
   * Nobody sees them, and they turn or break what stands around a name. The marks that names from
   * right to left, and joined letters, need are none of them.
   */
  private static final Pattern HIDDEN =
      Pattern.compile("[\\u200b\\u2028-\\u202e\\u2066-\\u2069\\ufeff]");

  public Client {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException(
          "A client's name has 1 to 200 characters, saw " + name.length());
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A client's name is one line of text");
    }
    if (!visible(name).equals(name)) {
      throw new IllegalArgumentException(
          "A client's name has no hidden characters that turn the direction of writing or break"
              + " lines, like U+202E; type it anew without them");
    }
  }

  /** A name without hidden characters. */
  public static String visible(String name) {
    return HIDDEN.matcher(name).replaceAll("");
  }
}
