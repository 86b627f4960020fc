package io.retainer.rendering.mail;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.commentary.Prose;
import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.chart.Ink;
import io.retainer.rendering.chart.Palette;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Html;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The HTML part: tables and inline styles, because mail programs know nothing else. */
final class HtmlMail {

  private static final String FONT =
      "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
  private static final String CELL =
      "padding:10px 0;border-bottom:1px solid #e3e8ee;font-size:15px;vertical-align:top;" + FONT;

  private static final Pattern BEGIN = Pattern.compile("<body[^>]*>\n?");

  private HtmlMail() {}

  static String write(
      ReportContent content,
      ReportTexts texts,
      Brand brand,
      Optional<Letterhead> head,
      String intro,
      MailFindings findings,
      MailFigures figures,
      Optional<String> notice,
      Optional<MailLink> link) {
    StringBuilder rows = new StringBuilder();
    for (MailFigures.Line line : figures.lines()) {
      rows.append("<tr><td style=\"")
          .append(CELL)
          .append("color:#4a5568\">")
          .append(Html.escape(line.title()))
          .append(target(line))
          .append("</td><td align=\"right\" style=\"")
          .append(CELL)
          .append("color:#1a1f36;font-weight:600;white-space:nowrap;padding-left:16px\">")
          .append(Html.escape(line.value()))
          .append(change(line))
          .append("</td></tr>\n");
    }
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
        <body style="margin:0;padding:16px;background:#f6f8fa">
        <table role="presentation" width="100%%" style="max-width:600px;margin:0 auto;background:#ffffff;border:1px solid #e3e8ee;border-top:%s;border-radius:12px"><tr><td style="padding:24px;%scolor:#1a1f36;font-size:15px;line-height:1.5">
        %s<p style="margin:0;color:#4a5568;font-size:13px">%s</p>
        <h1 style="margin:2px 0 20px;font-size:22px;line-height:1.25">%s</h1>
        %s<p style="margin:0 0 8px">%s</p>
        <p style="margin:0 0 20px">%s</p>
        %s%s%s%s%s%s<p style="margin:24px 0 0;color:#4a5568;font-size:12px">%s</p>
        </td></tr></table>
        </body>
        </html>
        """
        .formatted(
            texts.locale().getLanguage(),
            Html.escape(texts.text("title")),
            ribbon(brand),
            FONT,
            head.map(Letterhead::html).orElse(""),
            Html.escape(content.client().name()),
            Html.escape(
                texts.text(
                    "title.with", texts.text("title"), texts.formats().period(content.period()))),
            notice.map(HtmlMail::notice).orElse(""),
            Html.escape(texts.text("mail.greeting")),
            Html.escape(intro),
            link.map(one -> link(one, brand)).orElse(""),
            findings(findings),
            prose(content.commentary().summary()),
            figures.lines().isEmpty() ? "" : table(content, texts, rows),
            figures.notes(texts).stream().map(HtmlMail::paragraph).collect(Collectors.joining()),
            content.agency().map(HtmlMail::paragraph).orElse(""),
            Html.escape(texts.text("mail.footer", content.client().name())));
  }

  private static String findings(MailFindings findings) {
    StringBuilder html = new StringBuilder();
    findings.goals().ifPresent(said -> html.append(line(said, "0 0 12px")));
    if (!findings.changes().isEmpty()) {
      html.append("<p style=\"margin:0 0 4px;font-weight:600\">")
          .append(Html.escape(findings.title()))
          .append("</p>\n");
      findings.changes().forEach(said -> html.append(line(said, "0 0 4px")));
    }
    return html.length() == 0 ? "" : html.append("<div style=\"height:12px\"></div>\n").toString();
  }

  private static String line(String text, String margin) {
    return "<p dir=\"auto\" style=\"margin:" + margin + "\">" + Html.escape(text) + "</p>\n";
  }

  private static String target(MailFigures.Line line) {
    return line.target().isEmpty()
        ? ""
        : "<br><span style=\"font-size:13px;color:#1a1f36\">"
            + Html.escape(line.target())
            + "</span>";
  }

  /** Below the value: beside it a phone has no room for both where they are millions. */
  private static String change(MailFigures.Line line) {
    return line.change().isEmpty()
        ? ""
        : "<br><span style=\"font-size:13px;font-weight:400;color:#4a5568\">"
            + Html.escape(line.change())
            + "</span>";
  }

  private static String table(ReportContent content, ReportTexts texts, StringBuilder rows) {
    return "<p style=\"margin:0 0 4px;font-weight:600\">"
        + Html.escape(PlainMail.heading(content, texts))
        + "</p>\n<table width=\"100%\" cellspacing=\"0\" style=\"border-collapse:collapse\">\n"
        + rows
        + "</table>\n";
  }

  /** The house has none. */
  private static String ribbon(Brand brand) {
    return brand.palette() == Palette.HOUSE
        ? "1px solid #e3e8ee"
        : "4px solid " + brand.palette().hex(Ink.RIBBON);
  }

  private static String link(MailLink link, Brand brand) {
    return "<p style=\"margin:0 0 8px\">"
        + Html.escape(link.sentence())
        + "</p>\n<p style=\"margin:0 0 20px\"><a href=\""
        + Html.escape(link.address())
        + "\" style=\"display:inline-block;padding:10px 18px;border-radius:8px;"
        + "background:"
        + brand.palette().hex(Ink.ACCENT)
        + ";color:#ffffff;font-weight:600;text-decoration:none\">"
        + Html.escape(link.open())
        + "</a></p>\n";
  }

  private static String prose(Prose prose) {
    StringBuilder html = new StringBuilder();
    for (Prose.Block block : prose.blocks()) {
      if (block instanceof Prose.Block.Paragraph paragraph) {
        html.append("<p dir=\"auto\" style=\"margin:0 0 12px\">")
            .append(Html.escape(paragraph.text()).replace("\n", "<br>"))
            .append("</p>\n");
      } else if (block instanceof Prose.Block.Bullets bullets) {
        html.append("<ul style=\"margin:0 0 12px;padding-left:20px\">\n");
        for (String item : bullets.items()) {
          html.append("<li dir=\"auto\">").append(Html.escape(item)).append("</li>\n");
        }
        html.append("</ul>\n");
      }
    }
    return html.toString();
  }

  /** A mail that was written, with a notice above all of it. */
  static String marked(String html, String notice) {
    return BEGIN
        .matcher(html)
        .replaceFirst(begin -> Matcher.quoteReplacement(begin.group() + notice(notice)));
  }

  private static String notice(String text) {
    return "<p style=\"margin:0 0 20px;padding:10px 14px;background:#fff4e0;border-radius:8px\">"
        + Html.escape(text)
        + "</p>\n";
  }

  private static String paragraph(String text) {
    return "<p style=\"margin:20px 0 0\">" + Html.escape(text) + "</p>\n";
  }
}
