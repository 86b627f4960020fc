package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;

class BinaryWorkbookTest {

  @Test
  void readsTheSameRowsAsFromANewWorkbook() throws IOException {
    var rows = rows(workbook(), 0);

    assertThat(rows.get(0).cells()).containsExactly("Дата", "Клики", "Расход", "Кампания");
    assertThat(rows.get(1).cells()).containsExactly("2026-10-01", "5", "12.5", "Бренд");
    assertThat(rows.get(1).isTyped(0)).isTrue();
    assertThat(rows.get(1).isTyped(3)).isFalse();
    assertThat(rows.get(2).isBlank()).isTrue();
    assertThat(rows.get(3).cells()).containsExactly("2026-10-02T14:30", "7", "0.1", "TRUE");
    assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void namesItsSheetsAndLeavesHiddenOnesOut() throws IOException {
    assertThat(FileContent.of(TestFile.of("clicks.xls", workbook())).sheets())
        .extracting(Sheet::name)
        .containsExactly("Отчёт", "Second");
    assertThat(rows(workbook(), 1).get(0).cell(0)).isEqualTo("other");
  }

  @Test
  void takesTheResultsOfFormulasAsExcelKeptThem() throws IOException {
    byte[] bytes =
        written(
            workbook -> {
              var row = workbook.createSheet().createRow(0);
              row.createCell(0).setCellFormula("1+1");
              row.getCell(0).setCellValue(2);
              row.createCell(1).setCellFormula("\"a\"&\"b\"");
              row.getCell(1).setCellValue("ab");
              row.createCell(2).setCellErrorValue(FormulaError.DIV0);
            });
    assertThat(rows(bytes, 0).get(0).cells()).containsExactly("2", "ab", "#DIV/0!");
  }

  @Test
  void keepsManyTextsThatSpanRecords() throws IOException {
    byte[] bytes =
        written(
            workbook -> {
              var sheet = workbook.createSheet();
              for (int i = 0; i < 3_000; i++) {
                sheet
                    .createRow(i)
                    .createCell(0)
                    .setCellValue("кампания № " + i + " " + "ü".repeat(i % 50));
              }
            });
    var rows = rows(bytes, 0);
    assertThat(rows).hasSize(3_000);
    assertThat(rows.get(2_999).cell(0)).isEqualTo("кампания № 2999 " + "ü".repeat(49));
  }

  @Test
  void namesAWorkbookWithAPassword() throws IOException {
    Biff8EncryptionKey.setCurrentUserPassword("secret");
    byte[] bytes;
    try {
      bytes = workbook();
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThatThrownBy(() -> rows(bytes, 0)).hasMessageContaining("password");
  }

  @Test
  void namesWhatElseComesInTheSameContainer() throws IOException {
    for (var kind :
        List.of(
            List.of("EncryptedPackage", "password"),
            List.of("WordDocument", "Word document"),
            List.of("Book", "Excel 95"))) {
      var bytes = new ByteArrayOutputStream();
      try (var container = new POIFSFileSystem()) {
        container.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), kind.get(0));
        container.writeFilesystem(bytes);
      }
      assertThatThrownBy(() -> rows(bytes.toByteArray(), 0)).hasMessageContaining(kind.get(1));
    }
  }

  @Test
  void saysInWordsWhatIsDamaged() throws IOException {
    byte[] whole = workbook();
    var random = new Random(2026);
    for (int round = 0; round < 400; round++) {
      byte[] damaged =
          round % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int flip = 0; flip < 1 + round / 20 && damaged.length > 8; flip++) {
        damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
      }
      var file = TestFile.of("clicks.xls", damaged);
      assertThatCode(
              () -> {
                try {
                  for (Sheet sheet : FileContent.of(file).sheets()) {
                    read(sheet);
                  }
                } catch (UnreadableContent inWords) {
                  assertThat(inWords.issue().advice()).isNotBlank();
                }
              })
          .doesNotThrowAnyException();
      assertThat(file.openStreams()).isZero();
    }
  }

  private interface Content {
    void write(HSSFWorkbook workbook);
  }

  private static byte[] workbook() throws IOException {
    return written(
        workbook -> {
          var sheet = workbook.createSheet("Отчёт");
          var day = workbook.createCellStyle();
          day.setDataFormat((short) 14);
          var moment = workbook.createCellStyle();
          moment.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy\\ hh:mm"));
          var headings = sheet.createRow(0);
          List<String> names = List.of("Дата", "Клики", "Расход", "Кампания");
          for (int i = 0; i < names.size(); i++) {
            headings.createCell(i).setCellValue(names.get(i));
          }
          var first = sheet.createRow(1);
          dated(first.createCell(0), "2026-10-01T00:00", day);
          first.createCell(1).setCellValue(5);
          first.createCell(2).setCellValue(12.5);
          first.createCell(3).setCellValue("Бренд");
          var second = sheet.createRow(3);
          dated(second.createCell(0), "2026-10-02T14:30", moment);
          second.createCell(1).setCellValue(7);
          second.createCell(2).setCellValue(0.1);
          second.createCell(3).setCellValue(true);
          workbook.createSheet("Hidden").createRow(0).createCell(0).setCellValue("x");
          workbook.setSheetHidden(1, true);
          workbook.createSheet("Second").createRow(0).createCell(0).setCellValue("other");
        });
  }

  private static void dated(Cell cell, String moment, org.apache.poi.ss.usermodel.CellStyle style) {
    cell.setCellValue(LocalDateTime.parse(moment));
    cell.setCellStyle(style);
  }

  private static byte[] written(Content content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new HSSFWorkbook()) {
      content.write(workbook);
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static List<Row> rows(byte[] bytes, int sheet) throws IOException {
    return read(FileContent.of(TestFile.of("clicks.xls", bytes)).sheets().get(sheet));
  }

  private static List<Row> read(Sheet sheet) throws IOException {
    var found = new ArrayList<Row>();
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        found.add(row);
      }
    }
    return found;
  }
}
