package io.retainer.app.deliveries;

import io.retainer.workspace.dkim.DkimKeys;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Chooses how mails leave. */
public final class Transports {

  private Transports() {}

  public static Transport of(MailSettings settings, DkimKeys keys, Supplier<Path> mailbox) {
    return settings.host().isPresent()
        ? new MailServer(settings, keys)
        : new MailboxFolder(settings, mailbox);
  }
}
