package io.retainer.app.deliveries;

import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.MailIdentity;
import io.retainer.rendering.mail.EmailBody;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A mail before it is put into an envelope.
 *
 * @param about what it carries, for the names of files: client, report, period
 */
record Letter(
    String messageId,
    String about,
    MailIdentity identity,
    MailAddress to,
    Instant date,
    EmailBody body,
    List<Attachment> attachments) {

  Letter {
    attachments = List.copyOf(attachments);
  }

  /** A file as it was issued. */
  record Attachment(String name, String mediaType, Path file) {}
}
