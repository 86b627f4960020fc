package io.retainer.app.bounces;

import io.retainer.app.deliveries.Deliveries;
import io.retainer.app.deliveries.Delivery;
import io.retainer.app.deliveries.Postman;
import io.retainer.app.deliveries.ReturnAddress;
import io.retainer.app.deliveries.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the mail of ours that a returned one is about, and writes down what became of it. */
final class ReturnedTo {

  /** Mail servers give up after five days (RFC 5321, section 4.5.4.1). */
  private static final Duration LATEST = Duration.ofDays(7);

  /** What is shorter may stand in an answer by chance. */
  private static final int SHORTEST_GIVEN = 16;

  private final Deliveries deliveries;
  private final Postman postman;
  private final Optional<ReturnAddress> address;

  ReturnedTo(Deliveries deliveries, Postman postman, Optional<ReturnAddress> address) {
    this.deliveries = deliveries;
    this.postman = postman;
    this.address = address;
  }

  /**
   * @return whether it is about a mail of ours
   */
  boolean apply(Returned returned, Instant now) {
    if (returned.fate() == Returned.Fate.OTHER) {
      return false;
    }
    Optional<Delivery> mine = mine(returned, now);
    mine.ifPresent(
        delivery -> {
          if (returned.fate() == Returned.Fate.FAILED) {
            postman.returned(delivery, answer(returned, delivery));
          } else {
            postman.late(delivery, Said.ON_ITS_WAY.of(answer(returned, delivery)));
          }
        });
    return mine.isPresent();
  }

  private Optional<Delivery> mine(Returned returned, Instant now) {
    return byAddress(returned)
        .or(() -> deliveries.named(returned.messageIds()).stream().findFirst())
        .or(() -> byRecipient(returned, now));
  }

  private Optional<Delivery> byAddress(Returned returned) {
    return address.flatMap(
        each ->
            returned.addresses().stream()
                .flatMap(to -> each.mailOf(to).stream())
                .flatMap(number -> deliveries.numbered(number).stream())
                .findFirst());
  }

  /**
   * Of several mails to somebody nobody knows which one came back; nor of one that is not ours.
   * Where each mail is returned to an address of its own, one that shows neither that nor an id is
   * of somebody who knows a recipient's address.
   */
  private Optional<Delivery> byRecipient(Returned returned, Instant now) {
    if (!returned.isFormal() || returned.recipient().isEmpty()) {
      return Optional.empty();
    }
    List<Delivery> sent =
        deliveries.sentTo(returned.recipient().get(), now.minus(LATEST)).stream()
            .filter(each -> isRenamed(each, returned) || isLikely(returned))
            .toList();
    return sent.size() == 1 ? Optional.of(sent.get(0)) : Optional.empty();
  }

  private boolean isLikely(Returned returned) {
    return !returned.showsIds() && address.filter(ReturnAddress::isOfEachMail).isEmpty();
  }

  /** Some mail servers give a mail an id of their own, and name it as they take the mail. */
  private static boolean isRenamed(Delivery delivery, Returned returned) {
    return returned.messageIds().stream()
        .map(id -> id.substring(1, id.indexOf('@')))
        .anyMatch(
            given ->
                given.length() >= SHORTEST_GIVEN
                    && delivery.answer().filter(answer -> answer.contains(given)).isPresent());
  }

  /** A list of recipients, or a mailbox that passes mails on, may have lost one of them. */
  private static String answer(Returned returned, Delivery delivery) {
    return returned
        .recipient()
        .filter(recipient -> !recipient.equalsIgnoreCase(delivery.recipient()))
        .map(recipient -> returned.words() + " (it was passed on to " + recipient + ")")
        .orElse(returned.words());
  }
}
