package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceNote;
import io.retainer.rendering.overview.RateText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.xlsx.Book.Look;
import java.util.List;
import java.util.stream.Collectors;

/** Glossary and notes: what the figures mean and what they rest on. */
final class WordSheets {

  private final ReportContent content;
  private final ReportTexts texts;

  WordSheets(ReportContent content, ReportTexts texts) {
    this.content = content;
    this.texts = texts;
  }

  void glossary(Page page) {
    List<String> columns = List.of("term", "definition", "formula", "direction", "id", "version");
    header(page, columns);
    int row = 0;
    for (KpiDescriptor kpi : content.glossary()) {
      row++;
      page.text(row, 0, kpi.title(texts.locale()), Look.WRAPPED);
      page.text(row, 1, kpi.about(texts.locale()), Look.WRAPPED);
      page.text(row, 2, kpi.formula(), Look.WRAPPED);
      page.text(row, 3, texts.formats().words().text("direction." + kpi.better()), Look.WRAPPED);
      page.text(row, 4, kpi.id().value(), Look.PLAIN);
      page.text(row, 5, kpi.version(), Look.PLAIN);
    }
    page.widths(34, 60, 50, 24, 30, 14);
    page.sheet().createFreezePane(1, 1);
    page.printTable(content, texts);
  }

  /**
   * @param shortened what is not shown whole, in sentences
   */
  void notes(Page page, List<String> shortened) {
    header(page, List.of("topic", "detail"));
    Formats formats = texts.formats();
    int row = 1;
    row = note(page, row, "notes.report-id", content.id());
    row =
        note(
            page, row, "notes.issued", formats.moment(content.issuedAt(), content.client().zone()));
    row =
        note(
            page,
            row,
            "notes.template",
            texts.text("notes.template.value", content.template().id(), content.template().hash()));
    row = note(page, row, "notes.software", content.software());
    row = note(page, row, "notes.zone", content.client().zone().getId());
    row = note(page, row, "notes.rounding", texts.text("notes.rounding.value"));
    for (String line : RateText.lines(content, texts, false)) {
      row = note(page, row, "notes.rates", line);
    }
    for (String sentence : shortened) {
      row = note(page, row, "notes.raw", sentence);
    }
    for (SourceNote source : content.sources()) {
      row = source(page, row + 1, source);
    }
    page.widths(40, 60);
    page.sheet().setColumnWidth(1, 110 * 256);
    page.sheet().createFreezePane(0, 1);
    page.printTable(content, texts);
  }

  private int source(Page page, int first, SourceNote source) {
    Formats formats = texts.formats();
    page.text(
        first,
        0,
        texts.text(
            "notes.source",
            formats.dataset(source.dataset()),
            formats.source(source.source(), source.title())),
        Look.BOLD);
    page.text(first, 1, formats.account(source.source(), source.account()), Look.BOLD);
    String missing = source.missing().stream().map(formats::span).collect(Collectors.joining(", "));
    int row =
        note(
            page,
            first + 1,
            "notes.coverage",
            missing.isEmpty()
                ? formats.words().text("extent." + source.extent())
                : texts.text("notes.coverage.PARTIAL", missing));
    if (!source.complete()) {
      row = note(page, row, "notes.coverage", texts.text("notes.rows-left-out"));
    }
    if (!source.currencies().isEmpty()) {
      row = note(page, row, "notes.currency", String.join(", ", source.currencies()));
    }
    for (SourceNote.InputFile file : source.files()) {
      row =
          note(
              page,
              row,
              "notes.files",
              texts.text(
                  "notes.file",
                  file.name(),
                  file.sha256(),
                  formats.moment(file.importedAt(), content.client().zone())));
    }
    return row;
  }

  private int note(Page page, int row, String key, String text) {
    page.text(row, 0, texts.text(key), Look.MUTED);
    page.text(row, 1, text, Look.WRAPPED);
    return row + 1;
  }

  private void header(Page page, List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      page.text(0, i, texts.text("column." + columns.get(i)), Look.HEADER);
    }
  }
}
