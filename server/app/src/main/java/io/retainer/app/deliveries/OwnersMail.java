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

/** A mail to whoever looks after the server, in paragraphs. */
public record OwnersMail(MailSettings settings, Transport transport, Clock clock) {

  private static final Logger LOG = LoggerFactory.getLogger(OwnersMail.class);

  /**
   * @return false when it cannot leave now, and has to be sent later
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
    try {
      return !(transport.send(letter, () -> {}) instanceof Transport.Outcome.NotNow);
    } catch (RuntimeException e) {
      LOG.error("The owner cannot be told", e);
      return false;
    }
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
