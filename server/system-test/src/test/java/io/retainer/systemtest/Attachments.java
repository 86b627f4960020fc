package io.retainer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The PDF and the workbook of a mail. */
record Attachments(byte[] pdf, byte[] xlsx) {

  static Attachments of(MimeMessage mail) throws MessagingException, IOException {
    List<BodyPart> parts = new ArrayList<>();
    collect((Multipart) mail.getContent(), parts);
    return new Attachments(named(parts, ".pdf"), named(parts, ".xlsx"));
  }

  private static void collect(Multipart multipart, List<BodyPart> parts)
      throws MessagingException, IOException {
    for (int i = 0; i < multipart.getCount(); i++) {
      BodyPart part = multipart.getBodyPart(i);
      if (part.isMimeType("multipart/*")) {
        collect((Multipart) part.getContent(), parts);
      } else if (part.getFileName() != null) {
        parts.add(part);
      }
    }
  }

  private static byte[] named(List<BodyPart> parts, String ending)
      throws MessagingException, IOException {
    for (BodyPart part : parts) {
      if (part.getFileName().endsWith(ending)) {
        return part.getInputStream().readAllBytes();
      }
    }
    throw new AssertionError("The mail has no attachment *" + ending);
  }

  String pdfText() throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      return new PDFTextStripper().getText(document);
    }
  }

  XSSFWorkbook workbook() throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
  }

  /** The numbers that stand in a row with the KPI's id, formulas by their cached values. */
  List<Double> figuresOf(String kpi) throws IOException {
    List<Double> figures = new ArrayList<>();
    try (var workbook = workbook()) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          if (isAbout(row, kpi)) {
            for (Cell cell : row) {
              CellType type =
                  cell.getCellType() == CellType.FORMULA
                      ? cell.getCachedFormulaResultType()
                      : cell.getCellType();
              if (type == CellType.NUMERIC) {
                figures.add(cell.getNumericCellValue());
              }
            }
          }
        }
      }
    }
    return figures;
  }

  private static boolean isAbout(Row row, String kpi) {
    for (Cell cell : row) {
      if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(kpi)) {
        return true;
      }
    }
    return false;
  }
}
