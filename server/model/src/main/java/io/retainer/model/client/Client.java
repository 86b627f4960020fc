package io.retainer.model.client;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A client of the agency.
 *
 * @param name as it stands on the cover
 * @param zone where its days begin and end
 * @param locale the language of its reports
 * @param currency the currency of amounts that state none
 */
public record Client(ClientId id, String name, ZoneId zone, Locale locale, Currency currency) {

  public Client {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException(
          "A client's name has 1 to 200 characters, saw " + name.length());
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A client's name is one line of text");
    }
    if (name.chars().anyMatch(Client::isHidden)) {
      throw new IllegalArgumentException(
          "A client's name has no hidden characters that turn the direction of writing or break"
              + " lines, like U+202E; type it anew without them");
    }
  }

  /** A name without hidden characters. */
  public static String visible(String name) {
    if (name.chars().noneMatch(Client::isHidden)) {
      return name;
    }
    StringBuilder visible = new StringBuilder();
    name.chars().filter(sign -> !isHidden(sign)).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  /**
   * Nobody sees them, and they turn or break what stands around a name. The marks that names from
   * right to left, and joined letters, need are none of them. No pattern: each page of an agency
   * asks it of all its clients.
   */
  private static boolean isHidden(int sign) {
    return sign == 0x200b
        || sign >= 0x2028 && sign <= 0x202e
        || sign >= 0x2066 && sign <= 0x2069
        || sign == 0xfeff;
  }
}
