package io.retainer.rendering;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.mail.Attached;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.mail.MailMark;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.rendering.page.IssuePage;
import io.retainer.rendering.pdf.PdfRenderer;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.XlsxRenderer;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every form a report takes, from one content. Safe to share between threads; the first use is
 * slow, so {@link #warmUp} it in the background.
 */
public final class Renderings {

  private final ReportTemplates templates;
  private final PdfRenderer pdf;
  private final XlsxRenderer xlsx;

  public Renderings(ReportTemplates templates) {
    this.templates = templates;
    this.pdf = new PdfRenderer(templates);
    this.xlsx = new XlsxRenderer(templates);
  }

  /** The PDF. The same content and locale give the same bytes. */
  public byte[] pdf(ReportContent content, Locale locale) {
    return pdf.render(content, locale);
  }

  /** The pages of the PDF as pictures, twice as large as on paper. */
  public List<BufferedImage> pictures(ReportContent content, Locale locale) {
    return pdf.pictures(content, locale, 2, Integer.MAX_VALUE);
  }

  /** The first of its pages. */
  public List<BufferedImage> pictures(ReportContent content, Locale locale, int most) {
    return pdf.pictures(content, locale, 2, most);
  }

  /** The workbook. The same content and locale give the same bytes. */
  public byte[] xlsx(ReportContent content, Locale locale) {
    return xlsx.render(content, locale);
  }

  /**
   * Writes the workbook without holding its rows.
   *
   * @param out stays open
   */
  public void xlsx(ReportContent content, Locale locale, OutputStream out) {
    xlsx.write(content, locale, out);
  }

  /** Subject and body of the e-mail that carries both, unmarked. */
  public EmailBody email(ReportContent content, Locale locale) {
    return email(content, locale, Optional.empty());
  }

  /** Subject and body of the e-mail that carries both. */
  public EmailBody email(ReportContent content, Locale locale, Optional<MailMark> mark) {
    return email(content, locale, mark, Attached.BOTH);
  }

  /** Subject and body of the e-mail that carries what is attached. */
  public EmailBody email(
      ReportContent content, Locale locale, Optional<MailMark> mark, Attached attached) {
    ReportTexts texts = templates.named(content.template().id()).texts(locale);
    return EmailBody.of(content, texts, templates.style().brand(), mark, attached);
  }

  /**
   * The page of an issue, in UTF-8. The same content and locale give the same bytes.
   *
   * @param files words of the files that lie beside it
   * @param isShared whether readers outside see it, who are not shown which files a figure came
   *     from
   */
  public byte[] page(ReportContent content, Locale locale, List<String> files, boolean isShared) {
    ReportTexts texts = templates.named(content.template().id()).texts(locale);
    return IssuePage.write(content, texts, templates.style().brand(), files, isShared);
  }

  /** What a page shows of it, in the language. */
  public ReportOverview overview(ReportContent content, Locale locale) {
    return ReportOverview.of(content, templates.named(content.template().id()).texts(locale));
  }

  /** Renders a small report and throws it away, so that the first real one is quick. */
  public void warmUp() {
    WarmUp.content(templates)
        .ifPresent(
            content -> {
              pdf(content, content.client().locale());
              xlsx(content, content.client().locale());
            });
  }
}
