package io.retainer.app.inbox;

import io.retainer.model.client.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail of the watched mailbox, and what became of it.
 *
 * @param uid its number in the mailbox
 * @param client whom its sender sends for
 * @param sha256 under which it is kept
 * @param reason in words, for the person who has to do something
 * @param marked whether the mailbox knows that it was taken
 */
public record ReceivedMail(
    String id,
    long uid,
    String messageId,
    String sender,
    List<String> recipients,
    String subject,
    State state,
    Optional<ClientId> client,
    Optional<String> sha256,
    Optional<String> reason,
    boolean marked,
    Instant at) {

  ReceivedMail keptAs(String hash) {
    return new ReceivedMail(
        id,
        uid,
        messageId,
        sender,
        recipients,
        subject,
        state,
        client,
        Optional.of(hash),
        reason,
        marked,
        at);
  }

  /** What became of a mail. */
  public enum State {
    /** Nobody allowed its sender; it lies untouched. */
    UNKNOWN,
    /** Its files were handed to the import. */
    TAKEN,
    /** It came a second time. */
    REPEATED,
    /** It brought no file. */
    NOTHING,
    /** It brought a link instead of a file; links are never followed. */
    LINK,
    /** The mail server does not vouch for its sender; it lies untouched. */
    UNPROVED,
    TOO_LARGE,
    /** It cannot be read, or something of ours failed several times. */
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the mailbox is told that the mail is dealt with. */
    boolean isDone() {
      return this == TAKEN || this == REPEATED || this == NOTHING || this == LINK;
    }
  }
}
