package io.retainer.rendering.mail;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import java.util.Locale;

/**
 * What a recipient reads before opening the attachments.
 *
 * @param subject one line without control characters, whatever the client is called
 * @param html a whole document, every name from the data escaped
 */
public record EmailBody(Locale locale, String subject, String text, String html) {

  public static EmailBody of(ReportContent content, ReportTexts texts) {
    MailFigures figures = MailFigures.of(content, texts);
    return new EmailBody(
        texts.locale(),
        subject(content, texts),
        PlainMail.write(content, texts, figures),
        HtmlMail.write(content, texts, figures));
  }

  private static String subject(ReportContent content, ReportTexts texts) {
    return texts
        .text("subject", content.client().name(), texts.formats().period(content.period()))
        .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
        .strip();
  }
}
