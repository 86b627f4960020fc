package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedSheetTest {

  @Test
  void readsLinesThatWereSavedAsOneCellEach() throws IOException {
    Sheet sheet =
        sheet(
            "\"Post ID,\"\"Page name\"\",Views\"\r\n"
                + "\"123,\"\"Kiosk, North\"\",5\"\r\n\"124,\"\"Two\nlines\"\",6\"\r\n");

    assertThat(sheet.delimiter()).isEqualTo(',');
    assertThat(sheet.head()).hasSize(3);
    try (var rows = sheet.rows()) {
      assertThat(rows.next().cells()).containsExactly("Post ID", "Page name", "Views");
      assertThat(rows.next().cells()).containsExactly("123", "Kiosk, North", "5");
      Row third = rows.next();
      assertThat(third.cells()).containsExactly("124", "Two\nlines", "6");
      assertThat(third.line()).isEqualTo(3);
      assertThat(rows.next()).isNull();
    }
  }

  /** A Spanish Excel opened a file with commas: headings need no quotes, notes have semicolons. */
  @Test
  void readsLinesThatWereCutWhereSemicolonsStood() throws IOException {
    Sheet sheet =
        sheet(
            "Name,Total,Note,Source;\r\n"
                + "\"#1,45448,\"\"\"\",web\";\r\n"
                + "\"#2,100,\"\"colour: red\";\r\n"
                + "size: XL;\r\n"
                + "\"gift: yes\"\",shop\";\r\n"
                + "#3,7,none,web;\r\n".repeat(30)
                + "\"#4,9,\"\"house 5\";\" door 2\"\",web\"\r\n");

    List<List<String>> rows = rows(sheet);
    assertThat(rows.get(0)).containsExactly("Name", "Total", "Note", "Source");
    assertThat(rows.get(1)).containsExactly("#1", "45448", "", "web");
    assertThat(rows.get(2))
        .containsExactly("#2", "100", "colour: red\nsize: XL\ngift: yes", "shop");
    assertThat(rows.get(3)).containsExactly("#3", "7", "none", "web");
    assertThat(rows.get(33)).containsExactly("#4", "9", "house 5; door 2", "web");
    assertThat(sheet.head()).hasSize(34);
  }

  @Test
  void readsWrappedLinesBelowHeadingsThatAreNot() throws IOException {
    Sheet sheet =
        sheet(
            "Name,Total,Note\r\n\"#1,45,\"\"blue, red\"\"\"\r\n#2,7,none\r\n"
                + "\"#3,9,\"\"\"\"\"\r\n");

    assertThat(rows(sheet))
        .containsExactly(
            List.of("Name", "Total", "Note"),
            List.of("#1", "45", "blue, red"),
            List.of("#2", "7", "none"),
            List.of("#3", "9", ""));
  }

  @Test
  void leavesATableWithALongNoteAlone() throws IOException {
    Sheet sheet = sheet("Name,Total,Note\n#1,45,\"a \"\"b\"\", c\"\n\"a remark, below\",,\n");

    assertThat(rows(sheet).get(1)).containsExactly("#1", "45", "a \"b\", c");
  }

  @Test
  void leavesATableAloneInWhichOneTextStandsByItself() throws IOException {
    Sheet sheet =
        sheet(
            "Review,Rating,Place\nfine,5,Oulu\n\"bad, slow\",1,\"Espoo, south\"\n"
                + "\"kind, but dear\",3,Oulu\n\"great, quick, friendly\",,\n");

    assertThat(rows(sheet))
        .contains(List.of("bad, slow", "1", "Espoo, south"), List.of("kind, but dear", "3", "Oulu"))
        .last()
        .satisfies(row -> assertThat(row.get(0)).isEqualTo("great, quick, friendly"));
  }

  private static List<List<String>> rows(Sheet sheet) throws IOException {
    List<List<String>> found = new ArrayList<>();
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        found.add(row.cells());
      }
    }
    return found;
  }

  @Test
  void leavesATableOfOneColumnAlone() throws IOException {
    for (String text :
        List.of(
            "Title\n\"Beans, water and \"\"time\"\"\"\n\"A, b and c\"\n",
            "\"a, \"\"b\"\", c\"\n\"only one\"\n")) {
      assertThat(sheet(text).head().get(0).size()).as(text).isEqualTo(1);
    }
  }

  private static Sheet sheet(String text) throws IOException {
    return FileContent.of(TestFile.of("saved.csv", text)).sheets().get(0);
  }
}
