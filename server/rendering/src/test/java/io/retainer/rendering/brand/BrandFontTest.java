package io.retainer.rendering.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.rendering.brand.BrandFont.Letters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BrandFontTest {

  @Test
  void aFontWithAllLettersLacksNothing() throws IOException {
    BrandFont font = BrandFont.of(TestFonts.house("Regular"), "font-regular.ttf");

    assertThat(font.family()).isEqualTo("Retainer Sans");
    assertThat(font.missing()).isEmpty();
    assertThat(font.hasEvenFigures()).isTrue();
  }

  @Test
  void lettersThatAFontLacksAreNamedByWhoNeedsThem() throws IOException {
    BrandFont font = BrandFont.of(TestFonts.european("Regular"), "font-regular.ttf");

    assertThat(font.missing())
        .extracting(BrandFont.Missing::kind)
        .containsExactly(Letters.RUSSIAN, Letters.BELARUSIAN, Letters.CURRENCIES, Letters.SIGNS);
    assertThat(font.missing())
        .extracting(BrandFont.Missing::letters)
        .contains("ЎўІі", "₽", Letters.RUSSIAN.needed());
  }

  @Test
  void aLicenceThatForbidsToEmbedIsRespected() throws IOException {
    byte[] font = TestFonts.house("Regular");

    refused(
        TestFonts.licensed(font, 0x0002), "must not be embedded in documents, says its licence");
    refused(TestFonts.licensed(font, 0x0200), "must not be embedded");
    refused(TestFonts.licensed(font, 0x0100), "may only be embedded as a whole");
    for (int open : new int[] {0, 0x0004, 0x0008, 0x0006}) {
      assertThat(BrandFont.of(TestFonts.licensed(font, open), "f.ttf").missing()).isEmpty();
    }
  }

  @Test
  void whatIsNoFontToPrintWithIsRefusedInWords() throws IOException {
    byte[] font = TestFonts.house("Regular");

    refused(new byte[0], "is no font; give a TTF or OTF file");
    refused("<html>".repeat(100).getBytes(StandardCharsets.UTF_8), "is no font");
    refused(begin("wOF2", font), "is a font for web pages");
    refused(begin("ttcf", font), "is a collection of fonts");
    refused(new byte[5 << 20], "is larger than 4 MB");
    refused(Arrays.copyOf(font, font.length / 2), "is damaged");
    refused(TestFonts.only("Regular", "абв"), "has not all of A to Z and 0 to 9");
  }

  /** Whatever the machine's font engine makes of them, this process is there afterwards. */
  @Test
  void hostileFontsAreContained() throws IOException {
    byte[] font = TestFonts.european("Regular");
    var random = new Random(20261127);
    int refused = 0;
    for (String table : new String[] {"glyf", "loca", "cmap", "head", "hmtx", "maxp"}) {
      byte[] hostile = font.clone();
      int at = TestFonts.table(font, table);
      for (int i = 0; i < 40; i++) {
        hostile[at + random.nextInt(50)] = (byte) random.nextInt();
      }
      try {
        BrandFont.of(hostile, "hostile.ttf");
      } catch (BrandException e) {
        assertThat(e).hasMessageStartingWith("hostile.ttf ");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static byte[] begin(String word, byte[] font) {
    byte[] changed = font.clone();
    System.arraycopy(word.getBytes(StandardCharsets.ISO_8859_1), 0, changed, 0, 4);
    return changed;
  }

  private static void refused(byte[] font, String why) {
    assertThatThrownBy(() -> BrandFont.of(font, "font-regular.ttf"))
        .isInstanceOf(BrandException.class)
        .hasMessageStartingWith("font-regular.ttf ")
        .hasMessageContaining(why);
  }
}
