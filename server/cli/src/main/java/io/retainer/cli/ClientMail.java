package io.retainer.cli;

import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.mail.MailIdentity;
import io.retainer.model.mail.Sender;
import io.retainer.workspace.MailOfClients;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whom a client's mails may go to and who they come from, as typed and as shown. */
record ClientMail(AllowedRecipients allowed, MailIdentity identity) {

  private static final String RECIPIENTS = "recipients";
  private static final String SENDER = "sender";
  private static final String REPLY_TO = "reply-to";

  static final Set<String> NAMES = Set.of(RECIPIENTS, SENDER, REPLY_TO);

  static ClientMail of(MailOfClients mail, ClientId client) {
    return new ClientMail(mail.allowed(client), mail.identity(client));
  }

  /** What there is, with what was typed in its place. */
  static ClientMail of(Map<String, String> typed, MailOfClients mail, ClientId client) {
    ClientMail now = of(mail, client);
    try {
      return new ClientMail(
          typed.containsKey(RECIPIENTS)
              ? AllowedRecipients.parse(typed.get(RECIPIENTS))
              : now.allowed(),
          MailIdentity.parse(
              typed.getOrDefault(SENDER, text(now.identity().from())),
              typed.getOrDefault(REPLY_TO, text(now.identity().replyTo()))));
    } catch (IllegalArgumentException e) {
      throw new WrongUsage(e.getMessage());
    }
  }

  void keep(MailOfClients mail, ClientId client) {
    mail.allow(client, allowed);
    mail.identify(client, identity);
  }

  /** Those that were set, by the names under which they are. */
  Map<String, String> shown() {
    Map<String, String> shown = new TreeMap<>();
    if (!allowed.isOpen()) {
      shown.put(RECIPIENTS, String.join(", ", allowed.sorted()));
    }
    identity.from().ifPresent(sender -> shown.put(SENDER, sender.toString()));
    identity.replyTo().ifPresent(sender -> shown.put(REPLY_TO, sender.toString()));
    return shown;
  }

  private static String text(Optional<Sender> sender) {
    return sender.map(Sender::toString).orElse("");
  }
}
