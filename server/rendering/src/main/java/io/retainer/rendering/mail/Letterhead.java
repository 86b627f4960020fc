package io.retainer.rendering.mail;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.brand.PaperLogo;
import io.retainer.rendering.overview.LogoText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Html;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The logo at the head of a mail. It stands on white paper of its own, as many mail programs turn
 * what is behind it dark.
 *
 * @param html where it is shown
 */
record Letterhead(MailLogo logo, String html) {

  private static final int WIDEST = 220;
  private static final int HIGHEST = 64;

  /** Of who sent it; of whom it is about, where the agency has none. */
  static Optional<Letterhead> of(ReportContent content, ReportTexts texts, Brand brand) {
    return LogoText.ofAgency(brand, content, texts)
        .or(() -> LogoText.ofClient(brand, content))
        .map(Letterhead::of);
  }

  private static Letterhead of(LogoText logo) {
    PaperLogo paper = logo.logo().onPaper(WIDEST, HIGHEST);
    var sum = new CRC32();
    sum.update(paper.png());
    String id = "logo-%08x@retainer".formatted(sum.getValue());
    String html =
        "<p style=\"margin:0 0 16px\"><img src=\"cid:%s\" width=\"%d\" height=\"%d\" alt=\"%s\""
                .formatted(id, paper.width(), paper.height(), Html.escape(logo.text()))
            + " style=\"display:block;border:0;max-width:100%;height:auto;border-radius:6px;"
            + "font-weight:600\"></p>\n";
    return new Letterhead(new MailLogo(id, paper.png()), html);
  }
}
