package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

class MergedCellsTest {

  /** Two headings over each other, a campaign and its budget beside three of its ads, a total. */
  private static final List<List<String>> TABLE =
      List.of(
          List.of("Campaign", "Ad", "Budget", "Clicks"),
          List.of("", "", "", ""),
          List.of("Autumn", "red", "100", "5"),
          List.of("", "blue", "", "7"),
          List.of("", "green", "", "9"),
          List.of("Winter", "red", "50", "1"),
          List.of("", "", "", "22"));

  private static final List<String> MERGED =
      List.of("A1:A2", "B1:B2", "C1:C2", "D1:D2", "A3:A5", "C3:C5");

  private static void areTheRowsOfTheAds(List<Row> rows) {
    assertThat(rows.get(1).isBlank()).as("a heading is no data").isTrue();
    assertThat(rows.get(3).cells().subList(0, 4)).containsExactly("Autumn", "blue", "", "7");
    assertThat(rows.get(4).cells().subList(0, 4))
        .as("a budget is one for all three")
        .containsExactly("Autumn", "green", "", "9");
    assertThat(rows.get(5).cell(0)).isEqualTo("Winter");
    assertThat(rows.get(6).cell(0)).as("nothing reaches the total").isEmpty();
  }

  @Test
  void whatACellSaysOfRowsBelowIsReadIntoThemFromANewWorkbook() throws IOException {
    areTheRowsOfTheAds(read("ads.xlsx", newWorkbook()));
  }

  @Test
  void fromAnOldWorkbook() throws IOException {
    areTheRowsOfTheAds(read("ads.xls", oldWorkbook()));
  }

  @Test
  void fromAWorkbookInXml() throws IOException {
    String xml =
        """
        <?xml version="1.0"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
                  xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
         <Worksheet ss:Name="Ads"><Table>
          <Row><Cell><Data ss:Type="String">Campaign</Data></Cell><Cell><Data ss:Type="String">Clicks</Data></Cell></Row>
          <Row><Cell ss:MergeDown="1"><Data ss:Type="String">Autumn</Data></Cell><Cell><Data ss:Type="Number">5</Data></Cell></Row>
          <Row><Cell ss:Index="2"><Data ss:Type="Number">7</Data></Cell></Row>
          <Row><Cell ss:Index="2"><Data ss:Type="Number">12</Data></Cell></Row>
         </Table></Worksheet>
        </Workbook>
        """;
    List<Row> rows = read("ads.xls", xml.getBytes(UTF_8));

    assertThat(rows.get(2).cells()).containsExactly("Autumn", "7");
    assertThat(rows.get(3).cells()).containsExactly("", "12");
  }

  @Test
  void fromAPageThatIsCalledAWorkbook() throws IOException {
    String page =
        """
        <html><body><table>
        <tr><th rowspan=2>Campaign</th><th>Clicks</th></tr><tr><th>October</th></tr>
        <tr><td rowspan=2>Autumn</td><td>5</td></tr><tr><td>7</td></tr><tr><td>Winter</td><td>1</td></tr>
        </table></body></html>
        """;
    List<Row> rows = read("ads.xls", page.getBytes(UTF_8));

    assertThat(rows.get(1).cells()).containsExactly("", "October");
    assertThat(rows.get(3).cells()).containsExactly("Autumn", "7");
  }

  private static byte[] oldWorkbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new HSSFWorkbook()) {
      var sheet = workbook.createSheet("Ads");
      for (int line = 0; line < TABLE.size(); line++) {
        var row = sheet.createRow(line);
        for (int i = 0; i < 4; i++) {
          String text = TABLE.get(line).get(i);
          if (text.matches("\\d+")) {
            row.createCell(i).setCellValue(Integer.parseInt(text));
          } else {
            row.createCell(i).setCellValue(text);
          }
        }
      }
      MERGED.forEach(range -> sheet.addMergedRegion(CellRangeAddress.valueOf(range)));
      workbook.write(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] newWorkbook() throws IOException {
    var rows = new StringBuilder();
    for (int line = 0; line < TABLE.size(); line++) {
      rows.append("<row r=\"%d\">".formatted(line + 1));
      for (int i = 0; i < 4; i++) {
        String text = TABLE.get(line).get(i);
        String at = (char) ('A' + i) + String.valueOf(line + 1);
        if (text.matches("\\d+")) {
          rows.append("<c r=\"%s\"><v>%s</v></c>".formatted(at, text));
        } else if (!text.isEmpty()) {
          rows.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text));
        }
      }
      rows.append("</row>");
    }
    var merged = new StringBuilder("<mergeCells count=\"%d\">".formatted(MERGED.size()));
    MERGED.forEach(range -> merged.append("<mergeCell ref=\"%s\"/>".formatted(range)));
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Override PartName='/xl/workbook.xml' ContentType='%ssheet.main+xml'/>"
                .formatted(type)
            + "<Override PartName='/xl/worksheets/ads.xml' ContentType='%sworksheet+xml'/></Types>"
                .formatted(type));
    String relations =
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='r1' Type='%s/%s' Target='%s'/></Relationships>";
    parts.put("_rels/.rels", relations.formatted(relation, "officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='Ads' sheetId='1' r:id='r1'/></sheets></workbook>"
            .formatted(main, relation));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations.formatted(relation, "worksheet", "worksheets/ads.xml"));
    parts.put(
        "xl/worksheets/ads.xml",
        "<worksheet xmlns='%s'><sheetData>%s</sheetData>%s</mergeCells></worksheet>"
            .formatted(main, rows, merged));
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static List<Row> read(String name, byte[] bytes) throws IOException {
    var found = new ArrayList<Row>();
    try (var rows = FileContent.of(TestFile.of(name, bytes)).sheets().get(0).rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        found.add(row);
      }
    }
    return found;
  }
}
