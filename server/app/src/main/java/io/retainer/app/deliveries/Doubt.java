package io.retainer.app.deliveries;

import io.retainer.model.mail.MailAddress;
import io.retainer.workspace.destinations.Destination;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to do about what may have arrived, by the way it went. The sentence is kept in English
 * behind the answer, as programs read it; people read the text {@code deliveries.ask.…}.
 */
public enum Doubt {
  /** Only who owns the mailbox knows. */
  MAIL(
      "Ask the recipient whether it arrived, then send it again if it did not.",
      "This mail may have arrived. Ask the recipient; if it did not, send it again"),
  /** A call carries an id by which it is known again. */
  CALL(
      "Send it again: the receiver knows it by its Idempotency-Key and takes it once.",
      "This call may have arrived. Send it again: the receiver knows it by its Idempotency-Key and takes it once"),
  /** Files that lie there are recognised by their bytes. */
  FILES(
      "Send it again: files that lie there already are recognised and stay as they are.",
      "These files may lie there already. Send them again: what lies there is recognised and stays as it is"),
  /** A chat shows a message as often as it is sent. */
  CHAT(
      "Look into the chat whether the message is there, then send it again if it is not.",
      "This message may stand in the chat already. Look there; if it does not, send it again");

  private final String english;
  private final String elsewhere;

  /**
   * @param elsewhere why it goes nowhere else
   */
  Doubt(String english, String elsewhere) {
    this.english = english;
    this.elsewhere = elsewhere;
  }

  public static Doubt about(String recipient) {
    return Destination.Kind.of(new MailAddress(recipient).domain())
        .map(
            kind ->
                switch (kind) {
                  case WEBHOOK -> CALL;
                  case FOLDER, SFTP -> FILES;
                  case TELEGRAM, SLACK -> CHAT;
                })
        .orElse(MAIL);
  }

  /** Which text a person reads. */
  public String key() {
    return "deliveries.ask." + name().toLowerCase(Locale.ROOT);
  }

  /** What a person reads while it is sent again, and once it was. */
  public String interruptedKey() {
    return "deliveries.interrupted." + name().toLowerCase(Locale.ROOT);
  }

  /** Why it goes nowhere else as long as nobody knows, and what to do. */
  Conflict elsewhere() {
    return new Conflict(elsewhere);
  }

  /** What became of it, and what to do. */
  String after(String answer) {
    return answer + " " + english;
  }

  /** The answer alone: pages and mails say in a reader's language what to do. */
  static String without(String answer) {
    Optional<Doubt> said =
        Stream.of(values()).filter(each -> answer.endsWith(" " + each.english)).findFirst();
    return said.map(each -> answer.substring(0, answer.length() - each.english.length() - 1))
        .orElse(answer);
  }
}
