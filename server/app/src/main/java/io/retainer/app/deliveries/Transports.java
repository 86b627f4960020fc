package io.retainer.app.deliveries;

import java.nio.file.Path;
import java.util.function.Supplier;

/** Chooses how mails leave. */
public final class Transports {

  private Transports() {}

  public static Transport of(MailSettings settings, Supplier<Path> mailbox) {
    return settings.host().isPresent()
        ? new MailServer(settings)
        : new MailboxFolder(settings, mailbox);
  }
}
