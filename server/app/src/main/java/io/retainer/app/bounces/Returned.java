package io.retainer.app.bounces;

import java.util.List;
import java.util.Optional;

/**
 * What a mail in the mailbox says of a mail of ours.
 *
 * @param recipient whom it did not reach, in small letters
 * @param isFormal whether a mail server said so in the form made for it
 * @param words of the mail server, on one line; with its code where it named one
 * @param messageIds of the mail that came back where it shows them, else all that it mentions
 * @param showsIds whether it shows which mail came back, by the Message-ID in a copy of it
 * @param addresses it was sent to
 */
record Returned(
    Fate fate,
    Optional<String> recipient,
    boolean isFormal,
    String words,
    List<String> messageIds,
    boolean showsIds,
    List<String> addresses) {

  enum Fate {
    /** For good. */
    FAILED,
    /** It is still tried. */
    DELAYED,
    /** It tells of neither: an automatic reply, a receipt, a letter. */
    OTHER
  }

  Returned {
    messageIds = List.copyOf(messageIds);
    addresses = List.copyOf(addresses);
  }
}
