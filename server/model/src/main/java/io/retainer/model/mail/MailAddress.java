package io.retainer.model.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** An address of one person, {@code anna@example.org}: nothing before, behind or beside it. */
public record MailAddress(String text) {

  private static final int LONGEST = 254;
  private static final int LONGEST_SHOWN = 80;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  static final String DOMAIN = LABEL + "(\\." + LABEL + ")*";

  /** Dots stand between letters; quotes, comments, groups and routes are none of ours. */
  private static final String PLAIN = ATOM + "(\\." + ATOM + ")*@" + DOMAIN;

  public MailAddress {
    if (text.length() > LONGEST || text.indexOf('@') > 64 || !text.matches(PLAIN)) {
      throw new IllegalArgumentException(
          "\""
              + shown(text)
              + "\" is no e-mail address; write one like "
              + inAscii(text).orElse("anna@example.org"));
    }
  }

  /** What stands right of the @, in small letters. */
  public String domain() {
    return text.substring(text.indexOf('@') + 1).toLowerCase(Locale.ROOT);
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

  /** How mail servers write a domain of other letters: {@code почта.рф} as {@code xn--…}. */
  static Optional<String> inAscii(String text) {
    int at = text.lastIndexOf('@');
    if (at < 0 || text.length() > LONGEST || text.chars().allMatch(letter -> letter < 128)) {
      return Optional.empty();
    }
    try {
      String domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
      String whole = text.substring(0, at + 1) + domain;
      return Optional.of(whole).filter(each -> each.matches("(" + ATOM + ")?@" + DOMAIN));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
