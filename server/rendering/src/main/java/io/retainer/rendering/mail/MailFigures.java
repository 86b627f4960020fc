package io.retainer.rendering.mail;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.List;

/** The scorecard's figures in words, without those that there are no data for. */
record MailFigures(List<Line> lines, boolean partial) {

  /**
   * @param target how it stands to its target; empty when it has none
   * @param change with arrow and sign; empty when there is nothing to compare with
   */
  record Line(String title, String value, String change, String target) {}

  static MailFigures of(ReportContent content, ReportTexts texts) {
    List<KpiFigure> figures =
        content.tiles().stream()
            .map(Tile::figure)
            .filter(figure -> figure.current().status() != KpiValue.Status.NO_DATA)
            .toList();
    return new MailFigures(
        figures.stream().map(figure -> line(figure, content, texts)).toList(),
        figures.stream().anyMatch(figure -> figure.current().lacks()));
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
