package io.retainer.model.mail;

import java.net.IDN;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An address of one person, {@code anna@example.org}: nothing before, behind or beside it.
 *
 * @param text as it was written, but for the domain, which is in small letters: there it says the
 *     same in large ones
 */
public record MailAddress(String text) {

  private static final int LONGEST = 254;
  private static final int LONGEST_SHOWN = 80;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  static final String DOMAIN = LABEL + "(\\." + LABEL + ")*";

  /** Dots stand between letters; quotes, comments, groups and routes are none of ours. */
  private static final String PLAIN = ATOM + "(\\." + ATOM + ")*@" + DOMAIN;

  /** The same with letters of any language. */
  private static final String FOREIGN = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]+";

  public MailAddress {
    if (text.length() > LONGEST || text.indexOf('@') > 64 || !text.matches(PLAIN)) {
      throw new IllegalArgumentException(
          "\"" + shown(text) + "\" is no e-mail address" + why(text));
    }
    int at = text.indexOf('@');
    text = text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
  }

  /** Each once, however it is spelt, as it is spelt first. */
  public static List<String> distinct(Collection<String> texts) {
    Map<String, String> byKey = new LinkedHashMap<>();
    for (String each : texts) {
      var address = new MailAddress(each);
      byKey.putIfAbsent(address.key(), address.text());
    }
    return List.copyOf(byKey.values());
  }

  private static String why(String text) {
    Optional<String> plain = inPlainLetters(text);
    if (plain.isPresent()) {
      return " that mails can be sent to: before the @ it has other letters than a to z. That needs"
          + " SMTPUTF8, which is not used here, as many mail servers do not have it. Ask the"
          + " recipient for an address of theirs in plain letters, like "
          + plain.get();
    }
    return "; write one like " + inAscii(text).orElse("anna@example.org");
  }

  /**
   * An address as one in letters of any language ought to be: empty when it has plain letters
   * before the @, or its domain is none.
   */
  private static Optional<String> inPlainLetters(String text) {
    int at = text.indexOf('@');
    if (text.length() > LONGEST || at < 0 || isAscii(text.substring(0, at))) {
      return Optional.empty();
    }
    String domain = text.substring(at + 1);
    return !text.substring(0, at).matches(FOREIGN)
        ? Optional.empty()
        : domain.matches(DOMAIN) ? Optional.of("anna@example.org") : inAscii("anna@" + domain);
  }

  /** What stands right of the @. */
  public String domain() {
    return text.substring(text.indexOf('@') + 1);
  }

  /** The same for two spellings of one address: no server that matters tells A from a. */
  public String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }

  /** What somebody typed, without signs that could deceive whoever reads the message. */
  static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(letter -> letter < 128);
  }

  /** How mail servers write a domain of other letters: {@code почта.рф} as {@code xn--…}. */
  static Optional<String> inAscii(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0 || text.length() > LONGEST || isAscii(text)) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      if (!IDN.toUnicode(domain).equalsIgnoreCase(text.substring(at + 1))) {
        // "straße.example" is not the "strasse.example" that this would make of it.
        return Optional.empty();
      }
      String whole = text.substring(0, at + 1) + domain;
      return Optional.of(whole)
          .filter(each -> each.matches("(" + ATOM + "(\\." + ATOM + ")*)?@" + DOMAIN));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
