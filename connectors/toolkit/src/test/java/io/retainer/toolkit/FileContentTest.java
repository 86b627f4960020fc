package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileContentTest {

  private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  @Test
  void findsTheDelimiterOfARowWithLineBreaksAndDecimalCommas() throws IOException {
    var text =
        "Name;Price;Item;Total\n"
            + "#1;12,50;\"Mug,\nlarge\";25,00\n"
            + ";3,10;\"Mug,\nlarge\";\n".repeat(20);

    var sheet = FileContent.of(TestFile.of("orders.csv", text)).sheets().get(0);

    assertThat(sheet.delimiter()).isEqualTo(';');
    assertThat(sheet.head().get(1).cell(2)).isEqualTo("Mug,\nlarge");
  }

  @Test
  void knowsThePhysicalLineOfEachRow() throws IOException {
    var rows = rows("a,b\n\n\"two\nlines\",1\r\nlast,2".getBytes(UTF_8));
    assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 3L, 5L);
  }

  @Test
  void readsUtf16WithTabs() throws IOException {
    var rows = rows("\uFEFFKeyword\tClicks\nкава\t5\n".getBytes(UTF_16LE));
    assertThat(rows.get(1).cells()).containsExactly("кава", "5");
  }

  @Test
  void readsASeparatorLineAndCountsIt() throws IOException {
    var rows = rows("\uFEFFsep=;\r\nTitle\r\nA;B\r\n1,5;2\r\n".getBytes(UTF_16LE));
    assertThat(rows.get(2).cells()).containsExactly("1,5", "2");
    assertThat(rows.get(2).line()).isEqualTo(4);
  }

  @Test
  void readsCyrillicOfOldExcel() throws IOException {
    var rows = rows("Дата;Клики\n01.02.2026;5\n".getBytes(WINDOWS_1251));
    assertThat(rows.get(0).cells()).containsExactly("Дата", "Клики");
  }

  @Test
  void readsWesternAccentsOfOldExcel() throws IOException {
    var rows = rows("Requêtes;Clics\ncafé crème;5\n".getBytes(WINDOWS_1252));
    assertThat(rows.get(0).cell(0)).isEqualTo("Requêtes");
  }

  @Test
  void readsGermanOfOldExcelWhereTwoAccentsStandTogether() throws IOException {
    var rows = rows("Tag;Währungscode\n1.10.2025;Größe\n2.10.2025;Größe\n".getBytes(WINDOWS_1252));
    assertThat(rows.get(2).cell(1)).isEqualTo("Größe");
  }

  @Test
  void asksWhenTheEncodingCannotBeTold() {
    assertThatThrownBy(
            () -> rows("Дата;Клики;Показы\nпривет;5;6\n".getBytes(Charset.forName("IBM866"))))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void decidesTheEncodingByTheWholeText() throws IOException {
    String text = "a,b\n" + "x,1\n".repeat(50_000) + "café,2\n";
    var rows = rows(text.getBytes(WINDOWS_1252));
    assertThat(rows.get(rows.size() - 1).cell(0)).isEqualTo("café");
  }

  @Test
  void believesNoSeparatorLineThatNamesAQuote() throws IOException {
    assertThat(rows("sep=\"\na,b\n".getBytes(UTF_8)).get(0).cell(0)).startsWith("sep=");
    assertThat(rows("sep=\r\na,b\n".getBytes(UTF_8)).get(1).cells()).containsExactly("a", "b");
  }

  @Test
  void refusesAQuoteThatIsNeverClosed() {
    assertThatThrownBy(() -> rows("a,b\n1,2\n\"open,3\n4,5\n".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            UnreadableContent.class,
            trouble -> {
              assertThat(trouble.issue().line()).isEqualTo(3);
              assertThat(trouble.issue().saw()).contains("never closed");
            });
  }

  @Test
  void stopsARecordThatSwallowsTheFile() {
    byte[] start = "a,b\n\"open".getBytes(UTF_8);
    byte[] more = "x".repeat(1 << 20).getBytes(UTF_8);
    var huge =
        TestFile.streamed(
            "huge.csv",
            2L << 30,
            () -> {
              var parts = new ArrayList<InputStream>();
              parts.add(new java.io.ByteArrayInputStream(start));
              for (int i = 0; i < 64; i++) {
                parts.add(new java.io.ByteArrayInputStream(more));
              }
              return new SequenceInputStream(java.util.Collections.enumeration(parts));
            });
    assertThatThrownBy(() -> rows(huge))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("2000000 characters");
    assertThat(huge.openStreams()).isZero();
  }

  @Test
  void refusesALastLineThatWasCutOffWithTheFile() throws IOException {
    assertThatThrownBy(() -> rows("a,b,c\n1,2,3\n4,5".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            UnreadableContent.class,
            trouble -> {
              assertThat(trouble.issue().line()).isEqualTo(3);
              assertThat(trouble.issue().saw()).contains("2 cells");
            });
    assertThat(rows("a,b,c\n1,2,3\n4,5,6".getBytes(UTF_8))).hasSize(3);
    assertThat(rows("a,b,c\n1,2,3\n4,5\n".getBytes(UTF_8))).hasSize(3);
    assertThat(rows("a,b,c\n1,2,3\n,".getBytes(UTF_8))).hasSize(3);
  }

  /** TikTok writes each cell of its tables like this. */
  @Test
  void readsWhatStandsInATextThatIsWrittenAsAFormula() throws IOException {
    List<Row> rows =
        rows(
            "=\"Day\"\t=\"Video\"\n=\"2026-10-01\"\t=\"7603411239343082772\"\n=\"a\"&\"b\"\t=\"\"\n"
                .getBytes(UTF_8));

    assertThat(rows.get(1).cells()).containsExactly("2026-10-01", "7603411239343082772");
    assertThat(rows.get(2).cells()).containsExactly("=\"a\"&\"b\"", "");
  }

  @Test
  void namesNulBytesInAText() {
    String text = "Date,Clicks\n" + "20260101,5\n".repeat(30);
    assertThatThrownBy(() -> rows(text.replaceFirst("2026", "20\0006").getBytes(UTF_8)))
        .hasMessageContaining("NUL");
  }

  @Test
  void refusesTextInTwoEncodings() {
    var both = new ByteArrayOutputStream();
    both.writeBytes("Café,5\n".repeat(5).getBytes(UTF_8));
    both.writeBytes("Café,5\n".getBytes(WINDOWS_1252));
    assertThatThrownBy(() -> rows(both.toByteArray())).hasMessageContaining("some places");
  }

  @Test
  void namesAFileOfBlankLinesAndALineWithoutEnd() {
    assertThatThrownBy(() -> rows("\n \n".getBytes(UTF_8))).hasMessageContaining("blank lines");
    assertThatThrownBy(() -> rows("c".repeat(100_000).getBytes(UTF_8)))
        .hasMessageContaining("first line");
    assertThatThrownBy(() -> rows("c,".repeat(100_000).getBytes(UTF_8)))
        .hasMessageContaining("cells in one line");
  }

  @Test
  void namesAnArchiveCutOffBetweenTwoEntries() throws IOException {
    byte[] zip = zip("Dates.csv", "Date,Clicks\n".repeat(20));
    int directory = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    assertThatThrownBy(() -> rows(Arrays.copyOf(zip, directory)))
        .hasMessageContaining("ends in the middle");
  }

  @Test
  void namesDocumentsOfOtherKinds() throws IOException {
    for (var kind :
        Map.of(
                "%PDF-1.7 ...", "PDF document",
                "GIF89a...", "picture",
                "\n <!DOCTYPE html><html>", "web page",
                "<?xml version=\"1.0\"?><a/>", "XML document",
                "{\\rtf1 text}", "RTF")
            .entrySet()) {
      assertThatThrownBy(() -> rows(kind.getKey().getBytes(UTF_8)))
          .hasMessageContaining(kind.getValue());
    }
    for (var kind :
        Map.of(
                "word/document.xml", "Word document",
                "ppt/presentation.xml", "PowerPoint",
                "xl/workbook.bin", ".xlsb",
                "META-INF/manifest.xml", "OpenDocument",
                "Index/Document.iwa", "Numbers")
            .entrySet()) {
      byte[] zip = zip("[Content_Types].xml", "<Types/>", kind.getKey(), "x");
      assertThatThrownBy(() -> rows(zip)).hasMessageContaining(kind.getValue());
    }
  }

  @Test
  void takesACellInBracketsForACell() throws IOException {
    assertThat(rows("[Name],{Clicks}\nAda,5\n".getBytes(UTF_8))).hasSize(2);
  }

  @Test
  void namesAnEmptyFile() {
    assertThatThrownBy(() -> rows(new byte[0])).hasMessageContaining("empty file");
  }

  @Test
  void namesATruncatedArchive() throws IOException {
    byte[] zip = zip("Dates.csv", "Date,Clicks\n".repeat(20_000));
    assertThatThrownBy(() -> rows(Arrays.copyOf(zip, zip.length / 2)))
        .hasMessageContaining("ends in the middle");
  }

  @Test
  void namesAnArchiveBomb() throws IOException {
    byte[] zip = zip("Dates.csv", "0".repeat(64 << 20));
    assertThatThrownBy(() -> rows(zip)).hasMessageContaining("ZIP bomb");
  }

  @Test
  void namesAProtectedArchive() throws IOException {
    byte[] zip = zip("Dates.csv", "Date,Clicks\n");
    zip[6] |= 1;
    assertThatThrownBy(() -> rows(zip)).hasMessageContaining("password");
  }

  @Test
  void namesAnArchiveInAnArchive() throws IOException {
    byte[] inner = zip("Dates.csv", "Date,Clicks\n");
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("inner.zip"));
      out.write(inner);
    }
    assertThatThrownBy(() -> rows(bytes.toByteArray())).hasMessageContaining("further archives");
  }

  @Test
  void givesEntriesTheirNameWithoutAPath() throws IOException {
    byte[] zip = zip("../../etc/Dates.csv", "Date,Clicks\n2026-01-01,5\n");
    assertThat(FileContent.of(TestFile.of("x.zip", zip)).sheets())
        .extracting(Sheet::name)
        .containsExactly("Dates.csv");
    assertThat(rows(zip)).hasSize(2);
  }

  private static List<Row> rows(byte[] bytes) throws IOException {
    return rows(TestFile.of("file", bytes));
  }

  private static List<Row> rows(TestFile file) throws IOException {
    var found = new ArrayList<Row>();
    try (var rows = FileContent.of(file).sheets().get(0).rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        found.add(row);
      }
    }
    return found;
  }

  /**
   * @param entries name and text in turn
   */
  static byte[] zip(String... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries.length; i += 2) {
        out.putNextEntry(new ZipEntry(entries[i]));
        out.write(entries[i + 1].getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
