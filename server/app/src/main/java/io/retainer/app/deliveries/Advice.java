package io.retainer.app.deliveries;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a mail that was refused or came back, by its code (RFC 3463). */
public enum Advice {
  /** There is no such mailbox. */
  ADDRESS,
  /** The mailbox is full. */
  FULL,
  /** There is no such domain, or no server for its mail. */
  DOMAIN,
  /** The mail is too large. */
  SIZE,
  /** The server does not want the mail: its sender, its looks, its signature. */
  POLICY,
  /** Our own mail server does not pass it on. */
  RELAY,
  /** The server was not reached for days. */
  EXPIRED,
  /** The client's reports may not go there. */
  NOT_ALLOWED,
  /** Whatever else. */
  OTHER;

  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])[45]\\.(\\d{1,3}\\.\\d{1,3})(?!\\.?\\d)");

  private static final Pattern NO_RELAY =
      Pattern.compile(
          "(?i)\\brelay(ing)?\\b.{0,40}\\b(denied|not permitted|not allowed|prohibited|disallowed)"
              + "|\\b(not permitted|unable|not allowed|cannot|do not|will not) (to )?relay");

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Empty for a mail that neither failed nor came back, and for one that somebody stopped. */
  public static Optional<Advice> on(Delivery delivery) {
    boolean isLost =
        delivery.state() == Delivery.State.FAILED || delivery.state() == Delivery.State.BOUNCED;
    return isLost && !delivery.isStopped()
        ? delivery.answer().map(answer -> of(answer, delivery.state()))
        : Optional.empty();
  }

  /** What our own mail server refused at once is in its operator's hands, not the recipient's. */
  static Advice of(String answer, Delivery.State state) {
    boolean isOurs = state == Delivery.State.FAILED && !Said.isIn(answer);
    return isOurs && NO_RELAY.matcher(answer).find() ? RELAY : of(answer);
  }

  static Advice of(String answer) {
    Matcher status = STATUS.matcher(answer);
    if (Said.NOT_ALLOWED.begins(answer)) {
      return NOT_ALLOWED;
    }
    // The code of a refused sign-in is about our own mail server, not about the recipient's.
    if (Said.isIn(answer) || !status.find()) {
      return OTHER;
    }
    String detail = status.group(1);
    return switch (detail) {
      case "1.1", "1.0", "1.3", "1.6", "1.10", "2.1" -> ADDRESS;
      case "2.2" -> FULL;
      case "1.2", "4.3", "4.4", "1.8" -> DOMAIN;
      case "2.3", "3.4" -> SIZE;
      case "4.7", "4.1", "4.2" -> EXPIRED;
      default -> detail.startsWith("7.") ? POLICY : OTHER;
    };
  }
}
