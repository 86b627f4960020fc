package io.retainer.rendering.page;

import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.overview.SectionText;
import io.retainer.rendering.overview.TrendText;
import io.retainer.rendering.template.ReportTexts;

/** A channel: what happened in a sentence, its figures, charts and tables. */
final class SectionMarkup {

  private final Markup page;
  private final ReportContent content;
  private final ReportTexts texts;
  private final ChartMarkup charts;
  private final TableMarkup tables;

  SectionMarkup(Markup page, ReportContent content, ReportTexts texts) {
    this.page = page;
    this.content = content;
    this.texts = texts;
    this.charts = new ChartMarkup(page, content, texts);
    this.tables = new TableMarkup(page, texts);
  }

  void write(Section section) {
    String id = "s-" + section.key();
    SectionText text = SectionText.of(content, texts, section);
    page.open("section", "aria-labelledby", id);
    page.element("h2", text.title(), "id", id);
    text.lead().ifPresent(lead -> page.open("p", "class", "lead").name(lead).close("p"));
    text.above().forEach(prose -> ProseMarkup.write(page, prose));
    if (section instanceof Section.Filled filled) {
      filled(filled, text);
    }
    ProseMarkup.write(page, text.below());
    page.close("section");
  }

  private void filled(Section.Filled section, SectionText text) {
    page.open("div", "class", "tiles low");
    FigureMarkup figures = new FigureMarkup(page, content, texts);
    section.figures().stream()
        .filter(figure -> figure.current().value().isPresent())
        .forEach(figures::low);
    page.close("div");
    text.remarks().forEach(sentence -> page.open("p", "class", "remark").name(sentence).close("p"));
    section.trend().ifPresent(trend -> charts.trend(trend, TrendText.title(texts, trend)));
    for (Exhibit exhibit : section.exhibits()) {
      charts.exhibit(ExhibitPicture.of(texts, exhibit, name -> name), exhibit);
    }
    for (BreakdownTable table : section.breakdowns()) {
      tables.breakdown(table);
    }
    section.history().ifPresent(tables::history);
  }
}
