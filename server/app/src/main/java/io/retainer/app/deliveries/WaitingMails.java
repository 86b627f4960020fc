package io.retainer.app.deliveries;

import io.retainer.workspace.MailOfClients;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do with mails that wait, as for a mail server that has said "later" for hours: they
 * stop them, or have them tried now. And what they say of those of which nobody here knows.
 */
public final class WaitingMails {

  private static final Logger LOG = LoggerFactory.getLogger(WaitingMails.class);

  private final Deliveries deliveries;
  private final DeliveryProgress progress;
  private final Supplier<MailOfClients> mail;
  private final Postman postman;
  private final Clock clock;
  private final Later later;

  public WaitingMails(
      Deliveries deliveries,
      Supplier<MailOfClients> mail,
      Postman postman,
      Clock clock,
      Later later) {
    this.deliveries = deliveries;
    this.progress = deliveries.progress();
    this.mail = mail;
    this.postman = postman;
    this.clock = clock;
    this.later = later;
  }

  /**
   * Has a mail tried now; the clock has as many attempts before it as it had.
   *
   * @return false when it does not wait
   * @throws IllegalArgumentException when the client's reports may not go to the recipient
   */
  boolean tryNow(String id) {
    Optional<Delivery> known = deliveries.find(id);
    known.ifPresent(each -> mail.get().allowed(each.client()).check(List.of(each.recipient())));
    boolean isMine = known.isPresent() && progress.hurry(id);
    if (isMine) {
      later.hurry(postman.task().instance(id), clock.instant());
    }
    return isMine;
  }

  /**
   * Keeps a mail from leaving; it may be sent again later, as others that failed.
   *
   * @return false when it does not wait
   */
  boolean stop(String id, String by) {
    Optional<Delivery> known = deliveries.find(id);
    boolean isMine = known.isPresent() && progress.stop(id, Said.STOPPED.of(by));
    if (isMine) {
      LOG.info("Delivery {} of run {} was stopped", id, known.get().run());
      postman.settled(known.get().run());
    }
    return isMine;
  }

  /**
   * Whoever owns the mailbox has it: there is nothing more to do about it.
   *
   * @return false when it is none that may have arrived
   */
  boolean arrived(String id, String by) {
    Optional<Delivery> known = deliveries.find(id);
    boolean isMine =
        known.isPresent()
            && progress.arrived(
                known.get(),
                (Doubt.without(known.get().answer().orElse("")) + " " + Said.ARRIVED.of(by))
                    .strip());
    if (isMine) {
      LOG.info("Delivery {} of run {} is known to have arrived", id, known.get().run());
      postman.settled(known.get().run());
    }
    return isMine;
  }
}
