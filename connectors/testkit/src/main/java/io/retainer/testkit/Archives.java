package io.retainer.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives and workbooks for tests. */
public final class Archives {

  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

  private Archives() {}

  /** A ZIP archive of texts, by entry name. Give a map that keeps its order. */
  public static byte[] zip(Map<String, String> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        var named = new ZipEntry(entry.getKey());
        named.setTime(0);
        zip.putNextEntry(named);
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /**
   * An XLSX workbook of sheets, by sheet name.
   *
   * @param sheets cells are {@link Number}, {@link LocalDate}, text, or null for none
   */
  public static byte[] xlsx(Map<String, List<List<Object>>> sheets) {
    var entries = new java.util.LinkedHashMap<String, String>();
    var types = new StringBuilder();
    var names = new StringBuilder();
    var relations = new StringBuilder();
    int number = 0;
    for (var sheet : sheets.entrySet()) {
      number++;
      types.append(
          "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
              .formatted(number));
      names.append(
          "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
              .formatted(escaped(sheet.getKey()), number, number));
      relations.append(
          "<Relationship Id=\"rId%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
              .formatted(number, number));
    }
    entries.put(
        "[Content_Types].xml",
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + types
            + "</Types>");
    entries.put(
        "_rels/.rels",
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    entries.put(
        "xl/workbook.xml",
        "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
            + names
            + "</sheets></workbook>");
    entries.put(
        "xl/_rels/workbook.xml.rels",
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + relations
            + "<Relationship Id=\"rIdS\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>");
    entries.put(
        "xl/styles.xml",
        "<?xml version=\"1.0\"?><styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
    number = 0;
    for (var sheet : sheets.entrySet()) {
      entries.put("xl/worksheets/sheet%d.xml".formatted(++number), worksheet(sheet.getValue()));
    }
    return zip(entries);
  }

  private static String worksheet(List<List<Object>> rows) {
    var xml = new StringBuilder();
    xml.append("<?xml version=\"1.0\"?><worksheet xmlns=\"");
    xml.append("http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (int row = 0; row < rows.size(); row++) {
      xml.append("<row r=\"").append(row + 1).append("\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        Object value = rows.get(row).get(column);
        String place = letters(column) + (row + 1);
        if (value instanceof Number) {
          xml.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, value));
        } else if (value instanceof LocalDate day) {
          long serial = ChronoUnit.DAYS.between(EXCEL_EPOCH, day);
          xml.append("<c r=\"%s\" s=\"1\"><v>%d</v></c>".formatted(place, serial));
        } else if (value != null) {
          xml.append(
              "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                  .formatted(place, escaped(value.toString())));
        }
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** {@code A} for 0, {@code AA} for 26. */
  private static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }
}
