package io.retainer.app.deliveries;

import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunFiles;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.MailAddress;
import io.retainer.model.mail.MailIdentity;
import io.retainer.model.time.Period;
import io.retainer.rendering.mail.EmailBody;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mail before it is put into an envelope.
 *
 * @param report that it carries; empty for words to the agency itself
 * @param about what it carries, for the names of files
 * @param link to the report; empty when all of it is in the letter
 */
public record Letter(
    Optional<Report> report,
    String messageId,
    String about,
    MailIdentity identity,
    MailAddress to,
    Instant date,
    EmailBody body,
    List<Attachment> attachments,
    Optional<URI> link) {

  public Letter {
    attachments = List.copyOf(attachments);
  }

  /** To somebody of the agency. */
  Letter(
      String messageId,
      String about,
      MailIdentity identity,
      MailAddress to,
      Instant date,
      EmailBody body,
      List<Attachment> attachments) {
    this(
        Optional.empty(),
        messageId,
        about,
        identity,
        to,
        date,
        body,
        attachments,
        Optional.empty());
  }

  /**
   * Which report of whom.
   *
   * @param id as its template is called, {@code monthly-performance}
   */
  public record Report(ClientId client, String id, Period period) {

    static Report of(Run run) {
      return new Report(run.client(), run.report(), run.period());
    }
  }

  /** A file as it was issued. */
  public record Attachment(String name, String mediaType, Path file) {}

  /**
   * @param wanted of the run's files
   * @throws IOException when one of them is no longer on the disk
   */
  static List<Attachment> attachments(RunFiles files, Run run, List<RunFile> wanted)
      throws IOException {
    List<Attachment> attachments = new ArrayList<>();
    for (RunFile file : wanted) {
      attachments.add(
          new Attachment(file.name(), file.format().mediaType(), files.path(run, file)));
    }
    return attachments;
  }
}
