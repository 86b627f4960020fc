package io.retainer.rendering.mail;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import java.util.Locale;
import java.util.Optional;

/**
 * What a recipient reads before opening the attachments.
 *
 * @param subject one line without control characters, whatever the client is called
 * @param html a whole document, every name from the data escaped
 */
public record EmailBody(Locale locale, String subject, String text, String html) {

  public static EmailBody of(ReportContent content, ReportTexts texts, Optional<MailMark> mark) {
    MailFigures figures = MailFigures.of(content, texts);
    Optional<String> notice = mark.map(one -> one.notice(texts));
    return new EmailBody(
        texts.locale(),
        subject(content, texts, mark),
        PlainMail.write(content, texts, figures, notice),
        HtmlMail.write(content, texts, figures, notice));
  }

  private static String subject(ReportContent content, ReportTexts texts, Optional<MailMark> mark) {
    String plain =
        texts.text("subject", content.client().name(), texts.formats().period(content.period()));
    return mark.map(one -> one.subject(texts, plain))
        .orElse(plain)
        .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
        .strip();
  }
}
