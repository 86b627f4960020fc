package io.retainer.app.deliveries;

import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFile;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.Runs;
import io.retainer.model.mail.MailAddress;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.words.Formats;
import io.retainer.workspace.MailOfClients;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts reports into letters: the files, or a link to them, as the way they go wants it. Who was
 * sent an earlier one reads that this takes its place.
 */
record ReportLetters(
    Deliveries deliveries,
    Runs runs,
    RunFiles files,
    Supplier<MailOfClients> mail,
    Clock clock,
    LargeFiles large) {

  /**
   * A letter that is ready.
   *
   * @param withdraw takes its link back when it did not leave with it
   */
  record Sealed(Letter letter, Runnable withdraw) {}

  /**
   * @throws IOException when the report is no longer on the disk
   */
  Sealed of(Delivery delivery, Transport.Wants wants) throws IOException {
    Run run = runs.find(delivery.run()).orElseThrow();
    EmailBody body = deliveries.hasEarlier(delivery) ? files.correction(run) : files.mail(run);
    boolean isWhole =
        wants == Transport.Wants.FILES || (wants == Transport.Wants.MAIL && !body.isLinked());
    if (isWhole) {
      return new Sealed(letter(delivery, run, body, run.files(), Optional.empty()), () -> {});
    }
    LargeFiles.Made link = large.links().make(run.id());
    String until =
        Formats.of(body.locale())
            .date(LocalDate.ofInstant(link.until(), ZoneOffset.UTC).minusDays(1));
    List<RunFile> attached = wants == Transport.Wants.LINK ? List.of() : large.attached(run);
    EmailBody linked = body.linked(link.address(), until);
    return new Sealed(
        letter(delivery, run, linked, attached, Optional.of(link.address())), link.withdraw());
  }

  private Letter letter(
      Delivery delivery, Run run, EmailBody body, List<RunFile> attached, Optional<URI> link)
      throws IOException {
    return new Letter(
        Optional.of(Letter.Report.of(run)),
        delivery.messageId(),
        run.client() + "-" + run.report() + "-" + run.period(),
        mail.get().identity(delivery.client()),
        new MailAddress(delivery.recipient()),
        clock.instant(),
        body,
        Letter.attachments(files, run, attached),
        link);
  }
}
