package io.retainer.model.mail;

import java.util.Optional;

/**
 * Who a client's mails come from, where it is not the server's usual sender.
 *
 * @param from empty for the usual one
 * @param replyTo where answers go; empty for the usual one
 */
public record MailIdentity(Optional<Sender> from, Optional<Sender> replyTo) {

  public static final MailIdentity USUAL = new MailIdentity(Optional.empty(), Optional.empty());

  /**
   * @param from and replyTo: as somebody typed them; blank for the usual ones
   * @throws IllegalArgumentException saying which is no address
   */
  public static MailIdentity parse(String from, String replyTo) {
    return new MailIdentity(sender("sender", from), sender("reply-to", replyTo));
  }

  private static Optional<Sender> sender(String what, String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Sender.parse(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The " + what + " is " + e.getMessage(), e);
    }
  }
}
