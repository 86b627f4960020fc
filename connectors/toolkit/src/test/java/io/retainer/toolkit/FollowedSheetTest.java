package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedSheetTest {

  @Test
  void endsWithTheRowThatFollowsEachTimeItIsRead() throws IOException {
    var listed = new ListedSheet("answer", List.of(Row.of(0, "a"), Row.of(1, "1")));
    var sheet = new FollowedSheet(listed, Row.of(2, "total"));

    assertThat(texts(sheet)).containsExactly("a", "1", "total");
    assertThat(texts(sheet)).containsExactly("a", "1", "total");
    assertThat(sheet.head()).hasSize(2);
  }

  private static List<String> texts(Sheet sheet) throws IOException {
    var texts = new ArrayList<String>();
    try (var rows = sheet.rows()) {
      Row row;
      while ((row = rows.next()) != null) {
        texts.add(row.cell(0));
      }
    }
    return texts;
  }
}
