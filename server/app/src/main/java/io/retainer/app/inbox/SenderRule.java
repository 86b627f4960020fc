package io.retainer.app.inbox;

import io.retainer.model.client.ClientId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose mails are for a client.
 *
 * @param sender an address, or {@code @domain} for every address of it
 * @param recipient the address the mail is sent to, as {@code reports+nordic@agency.example}; empty
 *     for any
 */
public record SenderRule(String sender, String recipient, ClientId client) {

  private static final int LONGEST = 254;
  private static final String ADDRESS = "[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,189}";

  /** The one that says more about a mail comes first. */
  private static final Comparator<SenderRule> CLOSEST =
      Comparator.comparing((SenderRule rule) -> rule.recipient().isEmpty())
          .thenComparing(rule -> rule.sender().startsWith("@"));

  public SenderRule {
    sender = sender.strip().toLowerCase(Locale.ROOT);
    recipient = recipient.strip().toLowerCase(Locale.ROOT);
    if (!sender.matches(sender.startsWith("@") ? "@[^\\s@<>,;\"]{1,189}" : ADDRESS)
        || sender.length() > LONGEST) {
      throw new IllegalArgumentException(
          "\""
              + shown(sender)
              + "\" is no sender; write an address like exports@example.com, or @example.com for"
              + " every address of it");
    }
    if (!recipient.isEmpty() && (!recipient.matches(ADDRESS) || recipient.length() > LONGEST)) {
      throw new IllegalArgumentException(
          "\"" + shown(recipient) + "\" is no address; write one like reports+nordic@example.com");
    }
  }

  private static String shown(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  boolean isAbout(String from, List<String> to) {
    boolean isFrom = sender.startsWith("@") ? from.endsWith(sender) : from.equals(sender);
    return isFrom && (recipient.isEmpty() || to.contains(recipient));
  }

  /** The rule that holds for a mail. */
  static Optional<SenderRule> of(List<SenderRule> rules, String from, List<String> to) {
    return rules.stream().filter(rule -> rule.isAbout(from, to)).min(CLOSEST);
  }
}
