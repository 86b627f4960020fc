package io.retainer.app.deliveries;

import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.mail.MailAddress;
import java.util.List;
import java.util.Optional;

/**
 * The agency's own people, to whom a report may go before its recipients have it: whoever is signed
 * in by an address, and the addresses and domains of {@code retainer.mail.colleagues}.
 */
public record Colleagues(AllowedRecipients listed) {

  /** Nobody is listed: each may send to themselves alone. */
  public static final Colleagues NONE = parse("");

  public static Colleagues parse(String text) {
    return new Colleagues(AllowedRecipients.parse(text));
  }

  /** A person's own address: the name that an owner gave them, where it is one. */
  public static Optional<MailAddress> own(String name) {
    try {
      return Optional.of(new MailAddress(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whole addresses that may be chosen, one's own first. */
  public List<String> choices(String name) {
    return java.util.stream.Stream.concat(
            own(name).stream().map(MailAddress::text),
            listed.sorted().stream().filter(entry -> !entry.startsWith("@")))
        .distinct()
        .toList();
  }

  /**
   * Whom a test goes to.
   *
   * @param name of who asks
   * @param wanted an address; their own when empty
   * @throws IllegalArgumentException when it is neither theirs nor listed
   */
  MailAddress chosen(String name, String wanted) {
    Optional<MailAddress> own = own(name);
    if (wanted.isBlank()) {
      return own.orElseThrow(
          () ->
              new IllegalArgumentException(
                  "The name \""
                      + name
                      + "\" is no mail address, so say which of the agency's addresses the test"
                      + " goes to; they stand in the setting retainer.mail.colleagues"));
    }
    MailAddress address = new MailAddress(wanted.strip());
    if (own.filter(each -> each.key().equals(address.key())).isEmpty()) {
      check(List.of(address.text()));
    }
    return address;
  }

  /**
   * @throws IllegalArgumentException naming who is none of the agency's
   */
  public void check(List<String> addresses) {
    List<String> strangers =
        listed.isOpen()
            ? addresses.stream().map(MailAddress::new).map(MailAddress::text).toList()
            : listed.strangers(addresses);
    if (!strangers.isEmpty()) {
      throw new IllegalArgumentException(
          "\""
              + String.join("\", \"", strangers)
              + "\" is none of the agency's own addresses. Whoever runs the server lists them, or"
              + " their whole domain, in the setting retainer.mail.colleagues");
    }
  }
}
