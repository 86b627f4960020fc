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
  }
}
