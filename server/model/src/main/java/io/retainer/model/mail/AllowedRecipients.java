package io.retainer.model.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom a client's reports may go to.
 *
 * @param entries addresses, {@code anna@example.org}, and whole domains without those below them,
 *     {@code @example.org}; in small letters. When there are none, reports may go to anybody
 */
public record AllowedRecipients(Set<String> entries) {

  /** {@code anna%other.example@north.example}: some servers still pass such mails on. */
  private static final Pattern ROUTE = Pattern.compile("[%!]");

  private static final int MOST = 1000;
  private static final int MOST_NAMED = 5;

  public AllowedRecipients {
    Set<String> read = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    for (String entry : entries) {
      String plain = entry.strip().toLowerCase(Locale.ROOT);
      if (isEntry(plain)) {
        read.add(plain);
      } else {
        wrong.add(entry);
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          named(wrong)
              + " cannot stand in the list of recipients; write addresses, like anna@example.org,"
              + " and domains, like @example.org"
              + ascii(wrong.get(0)));
    }
    if (read.size() > MOST) {
      throw new IllegalArgumentException(
          "A client has up to " + MOST + " allowed recipients, saw " + read.size());
    }
    entries = Set.copyOf(read);
  }

  /**
   * @param text entries, separated by commas, semicolons or lines
   */
  public static AllowedRecipients parse(String text) {
    return new AllowedRecipients(
        text.lines()
            .flatMap(line -> List.of(line.split("[,;]")).stream())
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .collect(Collectors.toSet()));
  }

  /** By domain, then by name. */
  public List<String> sorted() {
    return entries.stream()
        .sorted(
            java.util.Comparator.comparing((String entry) -> entry.substring(entry.indexOf('@')))
                .thenComparing(entry -> entry))
        .toList();
  }

  public boolean isOpen() {
    return entries.isEmpty();
  }

  public boolean allow(MailAddress address) {
    return isOpen()
        || entries.contains(address.key())
        || (entries.contains("@" + address.domain()) && !ROUTE.matcher(address.text()).find());
  }

  /** Those of some recipients who may not get anything. */
  public List<String> strangers(Collection<String> recipients) {
    return recipients.stream().filter(each -> !allow(new MailAddress(each))).toList();
  }

  /**
   * @throws IllegalArgumentException naming those who may not get anything
   */
  public void check(Collection<String> recipients) {
    List<String> strangers = strangers(recipients);
    if (!strangers.isEmpty()) {
      throw new IllegalArgumentException(refusal(strangers));
    }
  }

  /** Why it does not go to them, and what to do. */
  public static String refusal(List<String> strangers) {
    return named(strangers)
        + (strangers.size() == 1 ? " is" : " are")
        + " not among the recipients that the client's reports may go to; correct the address,"
        + " or add it to the client's list of allowed recipients";
  }

  private static String named(List<String> some) {
    String named =
        some.stream()
            .limit(MOST_NAMED)
            .map(each -> "\"" + MailAddress.shown(each) + "\"")
            .collect(Collectors.joining(", "));
    int more = some.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }

  private static boolean isEntry(String plain) {
    if (plain.startsWith("*")) {
      // An address to mail servers, and a whole domain to whoever writes it.
      return false;
    }
    try {
      new MailAddress(plain.startsWith("@") ? "a" + plain : plain);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String ascii(String wrong) {
    Optional<String> plain = MailAddress.inAscii(wrong);
    return plain.isPresent() ? "; or is " + plain.get() + " meant?" : "";
  }
}
