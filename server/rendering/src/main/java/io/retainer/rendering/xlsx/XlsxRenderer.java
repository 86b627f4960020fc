package io.retainer.rendering.xlsx;

import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.ReportTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Renders reports as XLSX. Safe to share between threads. */
public final class XlsxRenderer {

  private final ReportTemplates templates;

  public XlsxRenderer(ReportTemplates templates) {
    this.templates = templates;
  }

  /** The workbook's bytes; the same for the same content and locale. */
  public byte[] render(ReportContent content, Locale locale) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    write(content, locale, bytes);
    return bytes.toByteArray();
  }

  /**
   * Writes the same bytes, and holds no more of the imported rows than one.
   *
   * @param out stays open
   */
  public void write(ReportContent content, Locale locale, OutputStream out) {
    ReportTexts texts = templates.named(content.template().id()).texts(locale);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      List<LongSheet> rows =
          write(new Book(workbook, texts.locale(), templates.style()), content, texts);
      properties(workbook.getProperties(), content, texts);
      workbook.write(bytes);
      StableZip.pack(bytes.toByteArray(), rows, out);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The workbook of report " + content.id() + " could not be written", e);
    }
  }

  private static List<LongSheet> write(Book book, ReportContent content, ReportTexts texts) {
    Page summary = new Page(book, texts.text("sheet.summary"));
    Page kpi = new Page(book, texts.text("sheet.kpi"));
    List<Page> channels =
        content.sections().stream()
            .map(section -> new Page(book, texts.text("section." + section.key() + ".title")))
            .toList();
    Page data = new Page(book, texts.text("sheet.data"));
    SourceSheets sources = new SourceSheets(book, content, texts);
    List<LongSheet> rows = sources.add();
    // What formulas name has to be there before them.
    new ParamsSheet(new Page(book, texts.text("sheet.params")), texts).write(content);
    KpiSheet kpis = new KpiSheet(kpi, texts);
    kpis.write(content);
    SummarySheet first = new SummarySheet(summary, texts, kpis);
    first.write(content);
    for (int i = 0; i < channels.size(); i++) {
      Section section = content.sections().get(i);
      new SectionSheet(channels.get(i), texts, kpis).write(content, section);
    }
    new DataSheet(data, texts).write(content);
    WordSheets words = new WordSheets(content, texts);
    words.glossary(new Page(book, texts.text("sheet.glossary")));
    new LineageSheet(new Page(book, texts.text("sheet.lineage")), texts).write(content);
    words.notes(new Page(book, texts.text("sheet.notes")), sources.shortened());
    first.contents();
    book.workbook().setActiveSheet(0);
    return rows;
  }

  private static void properties(
      POIXMLProperties properties, ReportContent content, ReportTexts texts) {
    POIXMLProperties.CoreProperties core = properties.getCoreProperties();
    core.setTitle(texts.text("title.with", texts.text("title"), content.client().name()));
    core.setSubjectProperty(texts.formats().period(content.period()));
    core.setCreator(content.agency().orElse(content.client().name()));
    core.setLastModifiedByUser(content.agency().orElse(content.client().name()));
    core.setKeywords(content.template().id() + " " + content.period() + " " + content.id());
    core.setCreated(Optional.of(Date.from(content.issuedAt())));
    core.setModified(Optional.of(Date.from(content.issuedAt())));
    properties.getExtendedProperties().setApplication(content.software());
    content.agency().ifPresent(properties.getExtendedProperties()::setCompany);
  }
}
