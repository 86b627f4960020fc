package io.retainer.app.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sender whose mails lie in the mailbox and nobody has allowed.
 *
 * @param recipient the address of ours with a plus that its mails are sent to; empty without one
 * @param latest its latest mail
 * @param mails how many of them there are
 */
public record Stranger(String sender, String recipient, ReceivedMail latest, int mails) {

  /**
   * @param mails the latest first
   * @param rules senders that are allowed by now, whose mails are taken at the next look
   */
  static List<Stranger> among(List<ReceivedMail> mails, List<SenderRule> rules) {
    Map<String, Stranger> strangers = new LinkedHashMap<>();
    for (ReceivedMail mail : mails) {
      if (SenderRule.of(rules, mail.sender(), mail.recipients()).isEmpty()) {
        String ours =
            mail.recipients().stream().filter(to -> to.contains("+")).findFirst().orElse("");
        strangers.merge(
            mail.sender() + " " + ours,
            new Stranger(mail.sender(), ours, mail, 1),
            (known, one) -> new Stranger(known.sender, ours, known.latest, known.mails + 1));
      }
    }
    return new ArrayList<>(strangers.values());
  }
}
