package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.TestFile;
import java.io.IOException;
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
