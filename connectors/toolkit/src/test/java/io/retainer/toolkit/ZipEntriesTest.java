package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/**
 * Archives as programs write them that never hold one in memory: with the sizes of an entry in
 * eight bytes behind it.
 */
class ZipEntriesTest {

  private static final String DAYS = "Date,Clicks\n2026-10-01,5\n2026-10-02,7\n";

  @Test
  void readsAnArchiveWithLongSizesBehindItsEntries() throws IOException {
    var file = TestFile.of("export.zip", zip(Map.of("Dates.csv", DAYS), true));

    assertThat(rows(FileContent.of(file)))
        .containsExactly("Date|Clicks", "2026-10-01|5", "2026-10-02|7");
  }

  @Test
  void readsAWorkbookWithLongSizesBehindItsParts() throws IOException {
    var file = TestFile.of("positions.xlsx", zip(workbook(), true));

    assertThat(rows(FileContent.of(file))).containsExactly("Keyword|Rank", "kiosk|3");
  }

  @Test
  void refusesAnEntryWhoseCheckSumIsWrong() {
    assertThatThrownBy(
            () ->
                rows(
                    FileContent.of(
                        TestFile.of("export.zip", zip(Map.of("Dates.csv", DAYS), false)))))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("check sum");
  }

  private static List<String> rows(FileContent content) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Rows rows = content.sheets().get(0).rows()) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        lines.add(row.cell(0) + "|" + row.cell(1));
      }
    }
    return lines;
  }

  private static Map<String, String> workbook() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd."
            + "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            + "relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
            + "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
            + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + "<sheet name=\"Ranks\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Keyword</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>Rank</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>kiosk</t></is></c>"
            + "<c r=\"B2\"><v>3</v></c></row></sheetData></worksheet>");
    return parts;
  }

  private static byte[] zip(Map<String, String> parts, boolean isSound) {
    var archive = new ByteArrayOutputStream();
    var directory = new ByteArrayOutputStream();
    parts.forEach(
        (name, text) -> {
          byte[] bytes = text.getBytes(UTF_8);
          byte[] packed = deflated(bytes);
          var sum = new CRC32();
          sum.update(bytes);
          int crc = (int) sum.getValue() + (isSound ? 0 : 1);
          int place = archive.size();
          archive.writeBytes(
              little(30)
                  .putInt(0x04034b50)
                  .putShort((short) 45)
                  .putShort((short) 8)
                  .putShort((short) 8)
                  .putInt(0)
                  .putInt(0)
                  .putInt(0)
                  .putInt(0)
                  .putShort((short) name.length())
                  .putShort((short) 0)
                  .array());
          archive.writeBytes(name.getBytes(UTF_8));
          archive.writeBytes(packed);
          archive.writeBytes(
              little(24)
                  .putInt(0x08074b50)
                  .putInt(crc)
                  .putLong(packed.length)
                  .putLong(bytes.length)
                  .array());
          directory.writeBytes(
              little(46)
                  .putInt(0x02014b50)
                  .putShort((short) 45)
                  .putShort((short) 45)
                  .putShort((short) 8)
                  .putShort((short) 8)
                  .putInt(0)
                  .putInt(crc)
                  .putInt(packed.length)
                  .putInt(bytes.length)
                  .putShort((short) name.length())
                  .putInt(0)
                  .putInt(0)
                  .putInt(0)
                  .putInt(place)
                  .array());
          directory.writeBytes(name.getBytes(UTF_8));
        });
    int place = archive.size();
    archive.writeBytes(directory.toByteArray());
    archive.writeBytes(
        little(22)
            .putInt(0x06054b50)
            .putInt(0)
            .putShort((short) parts.size())
            .putShort((short) parts.size())
            .putInt(directory.size())
            .putInt(place)
            .array());
    return archive.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] packed = new byte[bytes.length + 64];
    int length = deflater.deflate(packed);
    deflater.end();
    return java.util.Arrays.copyOf(packed, length);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
