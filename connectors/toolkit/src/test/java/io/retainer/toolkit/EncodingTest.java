package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.testkit.TestFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {

  @ParameterizedTest
  @ValueSource(strings = {"Währung", "Gemüse", "Dépenses", "Página", "Français", "Crème, crèmes"})
  void readsWhatOldMacintoshProgramsSave(String word) throws IOException {
    String text = "Tag;Name;Größe\r1.10.2026;" + word + ";1\r2.10.2026;" + word + ";2\r";

    assertThat(second(text.getBytes(Charset.forName("x-MacRoman")))).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "l’été – “crème”",
        "Tšekki, Žižkov",
        "Œuvre cœur",
        "ŠKODA Auto",
        "10 € – 20 €",
        "Köln"
      })
  void readsTheLettersAndSignsOfWindows(String word) throws IOException {
    String text = "Tag;Name\n1.10.2026;" + word + "\n2.10.2026;" + word + "\n";

    assertThat(second(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(word);
  }

  @Test
  void aPageThatChangesItsEncodingSaysSo() {
    var page = new ByteArrayOutputStream();
    page.writeBytes(
        ("<html><body><table><tr><td>Währung</td></tr>" + "<tr><td>x</td></tr>".repeat(5_000))
            .getBytes(StandardCharsets.UTF_16LE));
    page.write(0xD8);
    page.writeBytes(new byte[] {0x00, (byte) 0xD8, 0x41, 0x00});
    page.writeBytes("<tr><td>y</td></tr></table></html>".getBytes(StandardCharsets.UTF_16LE));
    byte[] marked = new byte[page.size() + 2];
    marked[0] = (byte) 0xFF;
    marked[1] = (byte) 0xFE;
    System.arraycopy(page.toByteArray(), 0, marked, 2, page.size());

    assertThatThrownBy(
            () -> {
              try (var rows = FileContent.of(TestFile.of("x.xls", marked)).sheets().get(0).rows()) {
                while (rows.next() != null) {}
              }
            })
        .isInstanceOf(UnreadableContent.class)
        .hasMessageContaining("encoding of the page");
  }

  private static String second(byte[] bytes) throws IOException {
    try (var rows = FileContent.of(TestFile.of("x.csv", bytes)).sheets().get(0).rows()) {
      rows.next();
      return rows.next().cell(1);
    }
  }
}
