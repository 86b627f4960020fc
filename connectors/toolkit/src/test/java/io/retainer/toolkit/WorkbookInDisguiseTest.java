package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that are called .xls and are something else. */
class WorkbookInDisguiseTest {

  private static final String XML =
      """
      <?xml version="1.0"?>
      <?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
                xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
       <Styles><Style ss:ID="s1"/></Styles>
       <Worksheet ss:Name="Отчёт">
        <Table>
         <Row><Cell><Data ss:Type="String">Дата</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">Клики &amp; показы</Data></Cell></Row>
         <Row ss:Index="3"><Cell><Data ss:Type="DateTime">2026-10-01T00:00:00.000</Data></Cell>
          <Cell ss:MergeAcross="0"><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Number">1234.5</Data></Cell></Row>
        </Table>
       </Worksheet>
       <Worksheet ss:Name="Second"><Table><Row><Cell><Data ss:Type="String">other</Data></Cell></Row></Table></Worksheet>
      </Workbook>
      """;

  private static final String PAGE =
      """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>
      <table border="1">
      <thead><tr><th>Сделка</th><th>Сумма</th><th>Этап</th></tr></thead>
      <tr><td>Окна &laquo;Север&raquo;</td><td>1&nbsp;234,50</td><td rowspan=2>Новая</td></tr>
      <tr><td>Двери</td><td>10,00</td></tr>
      <tr><td colspan="2">Итого</td><td>x</td></tr>
      </table><p>
      <table><tr><td>a</td></tr></table>
      </body></html>
      """;

  @Test
  void readsAWorkbookInXml() throws IOException {
    var content = FileContent.of(TestFile.of("report.xls", XML));

    assertThat(content.kind()).isEqualTo(FileContent.Kind.WORKBOOK);
    assertThat(content.sheets()).extracting(Sheet::name).containsExactly("Отчёт", "Second");
    var rows = read(content.sheets().get(0));
    assertThat(rows.get(0).cells()).containsExactly("Дата", "", "Клики & показы");
    assertThat(rows.get(1).isBlank()).isTrue();
    assertThat(rows.get(2).cells()).containsExactly("2026-10-01", "TRUE", "1234.5");
    assertThat(rows.get(2).isTyped(2)).isTrue();
    assertThat(read(content.sheets().get(1)).get(0).cell(0)).isEqualTo("other");
  }

  @Test
  void saysThatAWorkbookInXmlBreaksOff() {
    assertThatThrownBy(() -> FileContent.of(TestFile.of("report.xls", XML.substring(0, 700))))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("damaged workbook");
  }

  @Test
  void looksAtNothingOutsideOfAWorkbookInXml() {
    String hostile =
        XML.replace(
            "<Workbook",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\"><!ENTITY b \"&a;&a;\">]><Workbook");
    assertThatThrownBy(
            () ->
                read(
                    FileContent.of(
                            TestFile.of(
                                "x.xls",
                                hostile.replace("Второй", "&b;").replace(">other<", ">&b;<")))
                        .sheets()
                        .get(1)))
        .isInstanceOf(UnreadableContent.class);
  }

  @Test
  void readsTheTablesOfAPage() throws IOException {
    for (byte[] bytes :
        List.of(
            PAGE.getBytes(UTF_8),
            ("\uFEFF" + PAGE).getBytes(UTF_16LE),
            PAGE.getBytes(Charset.forName("windows-1251")))) {
      var file = TestFile.of("deals.xls", bytes);
      var sheet = FileContent.of(file).sheets().get(0);
      var rows = read(sheet);
      assertThat(rows.get(0).cells()).containsExactly("Сделка", "Сумма", "Этап");
      assertThat(rows.get(1).cells()).containsExactly("Окна «Север»", "1 234,50", "Новая");
      assertThat(rows.get(2).cells()).containsExactly("Двери", "10,00", "Новая");
      assertThat(rows.get(3).cells()).containsExactly("Итого", "", "x");
      assertThat(rows.get(4).isBlank()).isTrue();
      assertThat(rows.get(5).cells()).containsExactly("a");
      assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
      assertThat(file.openStreams()).isZero();
    }
  }

  @Test
  void saysThatATableOfAPageBreaksOff() {
    assertThatThrownBy(
            () ->
                read(FileContent.of(TestFile.of("x.xls", PAGE.substring(0, 300))).sheets().get(0)))
        .hasMessageContaining("breaks off");
  }

  @Test
  void takesAPageForPeopleForNoTable() {
    String signIn =
        "<html><body><form><table><tr><td>Password <input></td></tr></table></form></body></html>";
    assertThatThrownBy(() -> FileContent.of(TestFile.of("x.xls", signIn)))
        .hasMessageContaining("web page");
  }

  @Test
  void holdsNoMoreOfAPageThanItNeeds() throws IOException {
    String start = "<html><body><table><tr><td>a</td></tr>";
    var rows =
        read(
            FileContent.of(
                    TestFile.of(
                        "x.xls",
                        start
                            + "<tr><td>b<td rowspan=99999 colspan=99999>c</tr>"
                            + "<tr>".repeat(3_000)
                            + "</table>"))
                .sheets()
                .get(0));
    assertThat(rows).hasSize(3_002);
    assertThat(rows.get(2_999).size()).isEqualTo(1_000);
    assertThatThrownBy(
            () ->
                FileContent.of(
                    TestFile.of("x.xls", start + "<p>x</p>".repeat(500_000) + "</table>")))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("no row of a table");
    String wide = "<Row>" + "<Cell/>".repeat(20_000) + "</Row>";
    assertThatThrownBy(
            () -> FileContent.of(TestFile.of("x.xls", XML.replaceFirst("<Row>", wide + "<Row>"))))
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("cells in row");
  }

  @Test
  void readsADelimitedTextThatIsCalledAWorkbook() throws IOException {
    var sheet =
        FileContent.of(TestFile.of("x.xls", "Date\tClicks\n2026-10-01\t5\n")).sheets().get(0);
    assertThat(sheet.delimiter()).isEqualTo('\t');
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
