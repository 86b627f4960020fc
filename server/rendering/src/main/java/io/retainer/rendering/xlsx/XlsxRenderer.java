package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.ReportTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Renders reports as XLSX. Safe to share between threads. */
public final class XlsxRenderer {

  private final ReportTemplates templates;

  public XlsxRenderer(ReportTemplates templates) {
    this.templates = templates;
  }

  /** The workbook's bytes. */
  public byte[] render(ReportContent content, Locale locale) {
    ReportTexts texts = templates.named(content.template().id()).texts(locale);
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet(texts.text("sheet.kpi"));
      int line = 0;
      for (KpiFigure figure : content.figures()) {
        Row row = sheet.createRow(line++);
        row.createCell(0).setCellValue(figure.kpi().id().value());
        row.createCell(1).setCellValue(figure.kpi().title(texts.locale()));
        figure
            .current()
            .value()
            .ifPresent(value -> row.createCell(2).setCellValue(value.doubleValue()));
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The workbook could not be written", e);
    }
  }
}
