package io.retainer.rendering.mail;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The scorecard's figures in words.
 *
 * @param without what those are called that there are no data for
 */
record MailFigures(List<Line> lines, boolean partial, List<String> without) {

  /**
   * @param target how it stands to its target; empty when it has none
   * @param change with arrow and sign; empty when there is nothing to compare with
   */
  record Line(String title, String value, String change, String target) {}

  static MailFigures of(ReportContent content, ReportTexts texts) {
    Map<Boolean, List<KpiFigure>> byKnown =
        content.tiles().stream()
            .map(Tile::figure)
            .collect(
                Collectors.partitioningBy(
                    figure -> figure.current().status() != KpiValue.Status.NO_DATA));
    return new MailFigures(
        byKnown.get(true).stream().map(figure -> line(figure, content, texts)).toList(),
        byKnown.get(true).stream().anyMatch(figure -> figure.current().lacks()),
        byKnown.get(false).stream()
            .map(figure -> FigureText.of(content, texts, figure).label())
            .toList());
  }

  /** What follows the figures: what rests on incomplete data, and what there is none of. */
  List<String> notes(ReportTexts texts) {
    List<String> notes = new ArrayList<>();
    if (partial) {
      notes.add(texts.text("mail.partial"));
    }
    if (!without.isEmpty()) {
      notes.add(texts.text("mail.no-data", String.join(", ", without)));
    }
    return notes;
  }

  private static Line line(KpiFigure figure, ReportContent content, ReportTexts texts) {
    FigureText text = FigureText.of(content, texts, figure);
    String change =
        text.changes().stream()
            .limit(1)
            .map(FigureText.Change::text)
            .filter(written -> !written.equals(Formats.NOTHING))
            .findFirst()
            .orElse("");
    boolean isSaid = figure.current().status() == KpiValue.Status.NOT_COMPUTABLE;
    return new Line(
        text.label(),
        isSaid ? text.note() : text.value(),
        change,
        text.known() ? text.target() : "");
  }
}
