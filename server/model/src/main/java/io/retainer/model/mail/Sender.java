package io.retainer.model.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who mails come from or are answered to: {@code Agency <reports@agency.example>}. */
public record Sender(String name, MailAddress address) {

  private static final int LONGEST_NAME = 120;

  private static final Pattern WITH_NAME =
      Pattern.compile(
          "(?:\"(?<quoted>[^\"\\\\]*)\"|(?<plain>[^\"<>,;:@\\\\]*))\\s*<(?<address>[^<>]*)>");

  public Sender {
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "A sender's name has up to " + LONGEST_NAME + " letters, saw " + name.length());
    }
  }

  /**
   * @throws IllegalArgumentException when it is no address, saying so
   */
  public static Sender parse(String text) {
    // A line break in a name would begin a header of its own.
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    Matcher named = WITH_NAME.matcher(line);
    try {
      if (!named.matches()) {
        return new Sender("", new MailAddress(line));
      }
      String name = named.group("quoted") == null ? named.group("plain") : named.group("quoted");
      return new Sender(name.strip(), new MailAddress(named.group("address")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\""
              + MailAddress.shown(text)
              + "\"; expected an address, like reports@agency.example or"
              + " \"Agency\" <reports@agency.example>",
          e);
    }
  }

  /** What stands right of the @ in a Message-ID; a machine without a name is nobody's domain. */
  public String idDomain() {
    return address.domain().contains(".") ? address.domain() : "retainer.invalid";
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return name.isEmpty() ? address.text() : "\"" + name + "\" <" + address.text() + ">";
  }
}
