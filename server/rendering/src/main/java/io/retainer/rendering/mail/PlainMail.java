package io.retainer.rendering.mail;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.commentary.Prose;
import io.retainer.rendering.template.ReportTexts;
import java.util.Optional;

/** The plain text part. */
final class PlainMail {

  private PlainMail() {}

  static String write(
      ReportContent content,
      ReportTexts texts,
      String intro,
      MailFindings findings,
      MailFigures figures,
      Optional<String> notice,
      Optional<MailLink> link) {
    StringBuilder text = new StringBuilder();
    text.append(texts.text("mail.greeting")).append("\n\n");
    notice.ifPresent(said -> text.append(said).append("\n\n"));
    text.append(intro).append("\n\n");
    link.ifPresent(
        to -> text.append(to.sentence()).append('\n').append(to.address()).append("\n\n"));
    findings.goals().ifPresent(said -> text.append(said).append("\n\n"));
    if (!findings.changes().isEmpty()) {
      text.append(findings.title()).append(":\n");
      findings.changes().forEach(said -> text.append("  ").append(said).append('\n'));
      text.append('\n');
    }
    prose(content.commentary().summary(), text);
    if (!figures.lines().isEmpty()) {
      text.append(heading(content, texts)).append(":\n");
      for (MailFigures.Line line : figures.lines()) {
        text.append("  ").append(line.title()).append(": ").append(line.value());
        if (!line.change().isEmpty()) {
          text.append("  (").append(line.change()).append(')');
        }
        if (!line.target().isEmpty()) {
          text.append("\n    ").append(line.target());
        }
        text.append('\n');
      }
      text.append('\n');
    }
    figures.notes(texts).forEach(said -> text.append(said).append("\n\n"));
    content.agency().ifPresent(agency -> text.append(agency).append("\n\n"));
    text.append("-- \n").append(texts.text("mail.footer", content.client().name())).append('\n');
    return text.toString();
  }

  private static void prose(Prose prose, StringBuilder text) {
    for (Prose.Block block : prose.blocks()) {
      if (block instanceof Prose.Block.Paragraph paragraph) {
        text.append(paragraph.text()).append("\n\n");
      } else if (block instanceof Prose.Block.Bullets bullets) {
        bullets.items().forEach(item -> text.append("- ").append(item).append('\n'));
        text.append('\n');
      }
    }
  }

  static String heading(ReportContent content, ReportTexts texts) {
    return texts.text("mail.figures")
        + content.bases().stream()
            .findFirst()
            .map(base -> texts.text("mail.compared", texts.formats().period(base.period())))
            .map(compared -> ", " + compared)
            .orElse("");
  }
}
