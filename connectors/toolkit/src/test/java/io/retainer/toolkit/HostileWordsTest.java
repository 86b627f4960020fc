package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.ReadIssue;
import io.retainer.testkit.Archives;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a file that is made to harm: for its user, and not in a library's words. */
class HostileWordsTest {

  @Test
  void nobodyIsToldToOpenAWorkbookWithEntitiesOfItsOwn() {
    ReadIssue told = told(TestFile.of("orders.xlsx", Archives.zip(workbook())));

    assertThat(told.saw()).contains("entities of its own").doesNotContain("Exception");
    assertThat(told.advice()).startsWith("Do not open it");
  }

  @Test
  void aCellBeyondAllMeasureIsNoOpenQuotationMarkForSure() {
    ReadIssue told =
        told(TestFile.of("Dates.csv", "Date,Clicks\n2026-10-01," + "9".repeat(5_000_000)));

    assertThat(told.saw()).contains("a record of more than 2000000 characters");
    assertThat(told.advice()).contains("A cell of this line holds far too much");
  }

  @Test
  void bracketsWithoutEndAreToldWithoutTheNamesOfMethods() {
    ReadIssue told =
        told(
            TestFile.of(
                "messages.jsonl",
                "{\"a\":1}\n{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}\n"));

    assertThat(told.saw()).contains("brackets too deep inside each other").doesNotContain("()");
  }

  @Test
  void theSizeOfABombIsNotSaidToBeThatOfItsBeginning() {
    ReadIssue told =
        told(TestFile.of("all.zip", Archives.zip(Map.of("a.csv", "0".repeat(64 << 20)))));

    assertThat(told.saw()).contains("of which the first");
    assertThat(told.advice()).startsWith("Do not unpack it");
  }

  private static ReadIssue told(TestFile file) {
    try {
      FileContent content = FileContent.of(file);
      for (Sheet sheet : content.sheets()) {
        try (Rows rows = sheet.rows()) {
          while (rows.next() != null) {
            // Its end is looked for.
          }
        }
      }
      for (JsonText text : content.documents()) {
        try (JsonValues values = text.values()) {
          while (values.next() != null) {
            // Its end is looked for.
          }
        }
      }
    } catch (UnreadableContent trouble) {
      return trouble.issue();
    } catch (IOException e) {
      throw new AssertionError("not told in words", e);
    }
    throw new AssertionError("read as if nothing was wrong");
  }

  private static Map<String, String> workbook() {
    String types = "http://schemas.openxmlformats.org/package/2006/content-types";
    String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    String of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        """
        <Types xmlns="%s">
        <Default Extension="xml" ContentType="application/xml"/>
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        </Types>"""
            .formatted(types));
    parts.put(
        "_rels/.rels",
        """
        <Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            .formatted(relations, of));
    parts.put(
        "xl/workbook.xml",
        """
        <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"""
            .formatted(main, of));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
            .formatted(relations, of));
    parts.put(
        "xl/worksheets/sheet1.xml",
        """
        <!DOCTYPE x [<!ENTITY f SYSTEM "file:///nowhere">]><worksheet xmlns="%s"><sheetData>\
        <row r="1"><c r="A1" t="inlineStr"><is><t>&f;</t></is></c></row></sheetData></worksheet>"""
            .formatted(main));
    return parts;
  }
}
