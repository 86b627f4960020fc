package io.retainer.app.destinations;

import io.retainer.app.deliveries.Letter;
import io.retainer.app.deliveries.Outlets;
import io.retainer.app.deliveries.Transport;
import io.retainer.model.mail.MailAddress;
import io.retainer.workspace.destinations.Destination;
import io.retainer.workspace.destinations.Destinations;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends to destinations what is for them, and all else as mail. */
public final class Destined implements Transport {

  private final Transport mail;
  private final Supplier<Destinations> destinations;

  public Destined(Transport mail, Supplier<Destinations> destinations) {
    this.mail = mail;
    this.destinations = destinations;
  }

  @Override
  public Wants wants(MailAddress to) {
    return Destination.Kind.of(to.domain())
        .map(kind -> kind.getsLink() ? Wants.LINK : Wants.FILES)
        .orElse(Wants.MAIL);
  }

  /** A webhook by its Idempotency-Key, files by their bytes; a chat shows a message twice. */
  @Override
  public boolean recognisesRepeats(MailAddress to) {
    return Destination.Kind.of(to.domain())
        .map(
            kind ->
                switch (kind) {
                  case WEBHOOK, FOLDER, SFTP -> true;
                  case TELEGRAM, SLACK -> false;
                })
        .orElse(false);
  }

  @Override
  public Optional<String> pause(MailAddress to) {
    return Optional.of(to)
        .filter(Destinations::isOne)
        .filter(each -> destinations.get().paused().containsKey(each.key()))
        .map(each -> each + PAUSED);
  }

  @Override
  public Outcome send(Letter letter, Runnable leaving) {
    if (!Destinations.isOne(letter.to())) {
      return mail.send(letter, leaving);
    }
    if (letter.report().isEmpty()) {
      return new Outcome.Refused("Only reports of a client go to " + letter.to() + ".");
    }
    Destination destination;
    try {
      destination = destinations.get().of(letter.report().get().client(), letter.to());
    } catch (IllegalArgumentException e) {
      return new Outcome.Refused(e.getMessage() + ".");
    }
    return handOver(destination, letter, leaving);
  }

  /** A report, or a test of no client. */
  static Outcome handOver(Destination destination, Letter letter, Runnable leaving) {
    boolean isLost = letter.link().filter(Outlets::isOutside).isEmpty();
    if (destination.kind().getsLink() && isLost) {
      return new Outcome.Refused(
          "It would get a link that leads nowhere; set retainer.url to the address people use.");
    }
    return switch (destination.kind()) {
      case FOLDER -> new FolderDrop(destination).send(letter);
      case WEBHOOK -> new Webhook(destination).send(letter, leaving);
      case TELEGRAM -> new Telegram(destination).send(letter, leaving);
      case SLACK -> new Slack(destination).send(letter, leaving);
      case SFTP -> new SftpDrop(destination).send(letter, leaving);
    };
  }
}
