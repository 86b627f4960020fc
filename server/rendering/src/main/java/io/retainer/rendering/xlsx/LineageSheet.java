package io.retainer.rendering.xlsx;

import io.retainer.model.fact.Coverage;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way back of each figure: its formula, its parts, and the files that its rows came from. */
final class LineageSheet {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "figure",
          "formula",
          "version",
          "numerator",
          "denominator",
          "dataset",
          "source",
          "account",
          "file",
          "hash",
          "import",
          "imported",
          "rows");

  private final Page page;
  private final ReportTexts texts;
  private final Map<String, String> sources = new HashMap<>();
  private int row;

  LineageSheet(Page page, ReportTexts texts) {
    this.page = page;
    this.texts = texts;
  }

  void write(ReportContent content) {
    for (int i = 0; i < COLUMNS.size(); i++) {
      page.text(0, i, texts.text("column." + COLUMNS.get(i)), Look.HEADER);
    }
    content.sources().forEach(source -> sources.put(source.source(), source.title()));
    for (KpiFigure figure : content.figures()) {
      List<Coverage.Input> inputs = figure.coverage().inputs();
      if (inputs.isEmpty()) {
        figure(figure);
      }
      for (Coverage.Input input : inputs) {
        figure(figure);
        input(input, content.client().zone());
      }
    }
    Tables.create(page, "tblLineage", 0, row, COLUMNS.size());
    page.widths(30, 34, 50, 14, 14, 14, 20, 22, 18, 44, 60, 9, 18, 10);
    page.sheet().createFreezePane(2, 1);
    page.printTable(content, texts);
  }

  private void figure(KpiFigure figure) {
    row++;
    page.text(row, 0, figure.kpi().id().value(), Look.PLAIN);
    page.text(row, 1, figure.kpi().title(texts.locale()), Look.PLAIN);
    page.text(row, 2, figure.kpi().formula() + converted(figure), Look.WRAPPED);
    page.text(row, 3, figure.kpi().version(), Look.PLAIN);
    Parts.write(page, row, 4, figure.current());
    page.text(row, 6, texts.formats().dataset(figure.kpi().dataset()), Look.PLAIN);
  }

  /** {@code [SEK, USD → EUR]} behind the formula of an amount that was converted. */
  private static String converted(KpiFigure figure) {
    return figure
        .coverage()
        .converted()
        .filter(any -> figure.current().currency().isPresent() && !any.used().isEmpty())
        .map(by -> " [" + String.join(", ", by.currencies()) + " \u2192 " + by.into() + "]")
        .orElse("");
  }

  private void input(Coverage.Input input, ZoneId zone) {
    Formats formats = texts.formats();
    page.text(
        row,
        7,
        formats.source(input.source(), sources.getOrDefault(input.source(), input.source())),
        Look.PLAIN);
    page.text(row, 8, formats.account(input.source(), input.account()), Look.PLAIN);
    page.text(row, 9, input.fileName(), Look.WRAPPED);
    page.text(row, 10, input.sha256(), Look.PLAIN);
    page.text(row, 11, input.batch(), Look.PLAIN);
    page.moment(row, 12, input.importedAt(), zone, Look.LEFT);
    page.number(row, 13, BigDecimal.valueOf(input.rows()), "#,##0", Look.PLAIN);
  }
}
