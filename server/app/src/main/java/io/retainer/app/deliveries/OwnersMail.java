package io.retainer.app.deliveries;

import io.retainer.app.shell.Language;
import io.retainer.model.mail.MailIdentity;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.words.Html;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail to whoever looks after the server, in paragraphs.
 *
 * @param news what it is about; each kind has a back-off of its own
 */
public record OwnersMail(
    UntoldOwner.News news,
    MailSettings settings,
    Transport transport,
    UntoldOwner untold,
    Clock clock) {

  private static final Logger LOG = LoggerFactory.getLogger(OwnersMail.class);

  /** Whether it may be tried; false for a while after it was not taken. */
  public boolean isDue() {
    return untold.isDue(news);
  }

  /** There is nothing to tell, or no longer. */
  public void isNeedless() {
    untold.told(news);
  }

  /**
   * They know of what a mail server took, and of nothing else: one that refuses a mail, as for a
   * typing error in their address, or does not say what became of it, is asked again later.
   *
   * @return false when it was not taken
   */
  public boolean send(MailSettings.Alerts wanted, String subject, List<String> paragraphs) {
    Language language = wanted.language();
    var body =
        new EmailBody(
            language.locale(),
            subject,
            String.join("\n\n", paragraphs),
            html(language, paragraphs));
    var letter =
        new Letter(
            "<alert-" + UUID.randomUUID() + "@" + settings.domain() + ">",
            "alert",
            MailIdentity.USUAL,
            wanted.to(),
            clock.instant(),
            body,
            List.of());
    Transport.Outcome outcome =
        Faults.guarded("alert to the owner", () -> transport.send(letter, () -> {}));
    boolean isTaken = outcome instanceof Transport.Outcome.Taken;
    if (isTaken) {
      untold.told(news);
    } else {
      // Addresses stay out of the log; the page of today has the answer.
      LOG.warn("The owner could not be told: {}", outcome.word());
      untold.untold(news, outcome);
    }
    return isTaken;
  }

  private static String html(Language language, List<String> paragraphs) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html lang=\"" + language.tag() + "\"><body>");
    for (String paragraph : paragraphs) {
      html.append("<p>").append(Html.escape(paragraph)).append("</p>");
    }
    return html.append("</body></html>").toString();
  }
}
