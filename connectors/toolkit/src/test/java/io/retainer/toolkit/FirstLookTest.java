package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.spi.SourceFile;
import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What has to be unpacked is unpacked once, however many connectors are asked about the file. */
class FirstLookTest {

  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** As a server hands it to one connector after the other. */
  private static final class Shared implements SourceFile {
    private final TestFile file;
    private final Map<String, Object> answers = new HashMap<>();
    private int opened;

    Shared(TestFile file) {
      this.file = file;
    }

    @Override
    public String name() {
      return file.name();
    }

    @Override
    public long size() {
      return file.size();
    }

    @Override
    public InputStream open() throws IOException {
      opened++;
      return file.open();
    }

    @Override
    public List<SourceFile> siblings() {
      return List.of();
    }

    @Override
    public Object once(String question, Look look) throws IOException {
      Object known = answers.get(question);
      if (known == null) {
        known = look.answer();
        answers.put(question, known);
      }
      return known;
    }
  }

  @Test
  void theHeadsOfAWorkbookAreReadOnceAndAreTheSameForAll() throws IOException {
    var file = new Shared(workbook());
    FileContent first = FileContent.of(file);
    file.opened = 0;
    FileContent second = FileContent.of(file);

    assertThat(file.opened).as("the beginning, and nothing else").isEqualTo(1);
    Sheet sheet = second.sheets().get(0);
    assertThat(sheet.name()).isEqualTo(first.sheets().get(0).name()).isEqualTo("Days");
    assertThat(sheet.head()).hasToString(first.sheets().get(0).head().toString());
    assertThat(sheet.head().get(1).isTyped(1)).isTrue();
    assertThat(sheet.head().get(1).isTyped(0)).isFalse();
    try (var rows = sheet.rows()) {
      assertThat(rows.next().cells()).containsExactly("Day", "Clicks");
      assertThat(rows.next().cells()).containsExactly("2026-10-01", "5");
    }
  }

  @Test
  void theEntriesOfAnArchiveAreReadOnce() throws IOException {
    var file = new Shared(archive(Map.of("a.csv", "day,clicks\n2026-10-01,5\n")));
    FileContent first = FileContent.of(file);
    file.opened = 0;

    assertThat(FileContent.of(file).sheets().get(0).head())
        .hasToString(first.sheets().get(0).head().toString());
    assertThat(file.opened).isEqualTo(1);
  }

  @Test
  void whyAFileCannotBeReadIsFoundOnceToo() {
    var whole = workbook();
    byte[] bytes;
    try (InputStream in = whole.open()) {
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    var file = new Shared(TestFile.of("cut.xlsx", Arrays.copyOf(bytes, bytes.length / 2)));

    assertThatThrownBy(() -> FileContent.of(file)).hasMessageContaining("ends in the middle");
    file.opened = 0;
    assertThatThrownBy(() -> FileContent.of(file)).hasMessageContaining("ends in the middle");
    assertThat(file.opened).isEqualTo(1);
  }

  @Test
  void aWorkbookWithoutStylesHasNumbersAndTextsAndIsRead() throws IOException {
    assertThat(FileContent.of(workbook()).sheets().get(0).head().get(1).cells())
        .containsExactly("2026-10-01", "5");
  }

  /** As programs write it that know no styles. */
  private static TestFile workbook() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + override("/xl/workbook.xml", "sheet.main+xml")
            + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
            + "</Types>");
    parts.put(
        "_rels/.rels",
        relations("<Relationship Id='r1' Type='%s/officeDocument' Target='xl/workbook.xml'/>"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='"
            + RELATION
            + "'><sheets><sheet name='Days' sheetId='1' r:id='r1'/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations("<Relationship Id='r1' Type='%s/worksheet' Target='worksheets/sheet1.xml'/>"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + "<row r='1'>"
            + text("A1", "Day")
            + text("B1", "Clicks")
            + "</row><row r='2'>"
            + text("A2", "2026-10-01")
            + "<c r='B2'><v>5</v></c></row></sheetData></worksheet>");
    return archive(parts);
  }

  private static String override(String part, String type) {
    return "<Override PartName='" + part + "' ContentType='" + TYPE + type + "'/>";
  }

  private static String relations(String one) {
    return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        + one.formatted(RELATION)
        + "</Relationships>";
  }

  private static String text(String place, String text) {
    return "<c r='" + place + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private static TestFile archive(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return TestFile.of("export.zip", bytes.toByteArray());
  }
}
