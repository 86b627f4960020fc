package io.retainer.workspace;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.mail.Attached;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.mail.MailMark;
import io.retainer.rendering.overview.ReportOverview;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A report with its figures fixed: every rendering of it shows the same ones.
 *
 * @param locale in whose language it is read
 */
public record ComposedReport(ReportContent content, Locale locale, Renderings renderings) {

  /** The file's bytes; each call renders. */
  public byte[] bytes(ReportFormat format) {
    return switch (format) {
      case PDF -> renderings.pdf(content, locale);
      case XLSX -> renderings.xlsx(content, locale);
    };
  }

  /** Its pages as pictures; each call renders. */
  public List<BufferedImage> pictures() {
    return renderings.pictures(content, locale);
  }

  public String fileName(ReportFormat format) {
    return content.fileName(format.word());
  }

  /**
   * It as a page of its own.
   *
   * @param files those that lie beside it
   * @param isShared whether readers outside see it
   */
  public byte[] page(Set<ReportFormat> files, boolean isShared) {
    List<String> words = files.stream().sorted().map(ReportFormat::word).toList();
    return renderings.page(content, locale, words, isShared);
  }

  /**
   * Subject and body of the e-mail that carries the files.
   *
   * @param isLinked whether some files are too large to be attached
   */
  public EmailBody email(Optional<MailMark> mark, Set<ReportFormat> files, boolean isLinked) {
    return renderings.email(content, locale, mark, isLinked ? Attached.LINK : attached(files));
  }

  private static Attached attached(Set<ReportFormat> files) {
    return files.size() > 1
        ? Attached.BOTH
        : files.contains(ReportFormat.PDF) ? Attached.PDF : Attached.WORKBOOK;
  }

  /** What a page shows of it, in the language of whoever looks. */
  public ReportOverview overview(Locale reader) {
    return renderings.overview(content, reader);
  }
}
