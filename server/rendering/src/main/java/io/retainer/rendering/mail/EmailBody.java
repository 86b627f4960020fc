package io.retainer.rendering.mail;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Html;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What a recipient reads before opening the attachments.
 *
 * @param subject one line without control characters, whatever the client is called
 * @param html a whole document, every name from the data escaped
 * @param logo the picture that the document shows, which goes with it
 */
public record EmailBody(
    Locale locale, String subject, String text, String html, Optional<MailLogo> logo) {

  /** Stand in a body with a link until the link is made, which is when the mail leaves. */
  private static final String LINK = "https://\ue000link\ue000/";

  private static final String UNTIL = "\ue000until\ue000";

  /** Without a picture. */
  public EmailBody(Locale locale, String subject, String text, String html) {
    this(locale, subject, text, html, Optional.empty());
  }

  /** In words that say what is attached. */
  public static EmailBody of(
      ReportContent content,
      ReportTexts texts,
      Brand brand,
      Optional<MailMark> mark,
      Attached attached) {
    Optional<MailLink> link =
        attached == Attached.LINK
            ? Optional.of(new MailLink(texts, LINK, UNTIL))
            : Optional.empty();
    String intro = texts.text(attached.key(), texts.formats().period(content.period()));
    MailFigures figures = MailFigures.of(content, texts);
    MailFindings findings = MailFindings.of(content, texts);
    Optional<String> notice = mark.map(one -> one.notice(texts));
    Optional<Letterhead> head = Letterhead.of(content, texts, brand);
    return new EmailBody(
        texts.locale(),
        subject(content, texts, findings, mark),
        PlainMail.write(content, texts, intro, findings, figures, notice, link),
        HtmlMail.write(content, texts, brand, head, intro, findings, figures, notice, link),
        head.map(Letterhead::logo));
  }

  /** Whether it leads to files that are not attached. */
  public boolean isLinked() {
    return text.contains(LINK);
  }

  /**
   * The body with its link.
   *
   * @param until the link's last day, in the reader's language
   */
  public EmailBody linked(URI address, String until) {
    return new EmailBody(
        locale,
        subject,
        text.replace(LINK, address.toString()).replace(UNTIL, until),
        html.replace(LINK, Html.escape(address.toString())).replace(UNTIL, Html.escape(until)),
        logo);
  }

  /** The same with a mark before everything else, for somebody who is none of its recipients. */
  public EmailBody marked(MailMark mark, ReportTexts texts) {
    String notice = mark.notice(texts);
    return new EmailBody(
        locale,
        oneLine(mark.subject(texts, subject)),
        notice + "\n\n" + text,
        HtmlMail.marked(html, notice),
        logo);
  }

  private static String subject(
      ReportContent content, ReportTexts texts, MailFindings findings, Optional<MailMark> mark) {
    String report =
        texts.text("subject", content.client().name(), texts.formats().period(content.period()));
    String plain =
        findings.subject().map(goals -> texts.text("title.with", report, goals)).orElse(report);
    return oneLine(mark.map(one -> one.subject(texts, plain)).orElse(plain));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }
}
