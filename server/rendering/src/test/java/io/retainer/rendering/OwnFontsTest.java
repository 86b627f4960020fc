package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.brand.TestFonts;
import io.retainer.rendering.template.ReportTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports in the font of an agency. */
class OwnFontsTest {

  @TempDir private Path folder;

  @Test
  void aFontOfItsOwnIsInThePdfAndWhatItLacksIsPrintedInTheHouses() throws IOException {
    Path style = Files.createDirectories(folder.resolve("style"));
    Files.write(style.resolve("font-regular.ttf"), TestFonts.european("Regular"));
    Files.write(style.resolve("font-bold.ttf"), TestFonts.european("Bold"));
    Renderings own = new Renderings(ReportTemplates.open(List.of(Samples.folder(), folder)));
    Renderings house = new Renderings(Samples.templates());
    ReportContent content = Samples.full(Samples.MINSK);
    Locale belarusian = Locale.forLanguageTag("be");

    byte[] pdf = own.pdf(content, belarusian);

    assertThat(PdfText.all(pdf)).contains("Кавярня «Ў цэнтры»");
    assertThat(PdfText.all(pdf)).isEqualTo(PdfText.all(house.pdf(content, belarusian)));
    assertThat(fonts(pdf)).hasSizeGreaterThan(fonts(house.pdf(content, belarusian)).size());
    assertThat(own.pdf(content, belarusian)).as("the same bytes").isEqualTo(pdf);
  }

  @Test
  void drawingsAreInItsFontToo() throws IOException {
    Renderings whole = inFont("whole", TestFonts.whole("Regular"));
    Renderings european = inFont("european", TestFonts.european("Regular"));

    assertThat(drawn(whole.pdf(Samples.full(Samples.HELSINKI), Locale.ENGLISH)))
        .as("a font that has all letters")
        .containsExactly("NNNNNN+ACMEAARetainerSans-Regular");
    assertThat(drawn(european.pdf(Samples.full(Samples.MINSK), Locale.forLanguageTag("be"))))
        .as("figures in its font, Cyrillic letters in the house's")
        .containsExactly("NNNNNN+ACMEAARetainerSans-Regular", "NNNNNN+RetainerSans-Regular");
  }

  private Renderings inFont(String name, byte[] font) throws IOException {
    Path style = Files.createDirectories(folder.resolve(name).resolve("style"));
    Files.write(style.resolve("font-regular.ttf"), font);
    return new Renderings(ReportTemplates.open(List.of(Samples.folder(), folder.resolve(name))));
  }

  /** The fonts of charts, bars and sparklines. */
  private static Set<String> drawn(byte[] pdf) throws IOException {
    Set<String> fonts = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var page : document.getPages()) {
        for (var name : page.getResources().getXObjectNames()) {
          if (page.getResources().getXObject(name) instanceof PDFormXObject drawing) {
            for (var font : drawing.getResources().getFontNames()) {
              fonts.add(drawing.getResources().getFont(font).getName());
            }
          }
        }
      }
    }
    return fonts;
  }

  private static Set<String> fonts(byte[] pdf) throws IOException {
    Set<String> fonts = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          var font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          fonts.add(font.getName());
        }
      }
    }
    return fonts;
  }

  @Test
  void headingsStayInTheHousesFontWithoutABoldOne() throws IOException {
    Path style = Files.createDirectories(folder.resolve("style"));
    Files.write(style.resolve("font-regular.ttf"), TestFonts.european("Regular"));
    Renderings own = new Renderings(ReportTemplates.open(List.of(Samples.folder(), folder)));

    assertThat(fonts(own.pdf(Samples.full(Samples.HELSINKI), Locale.ENGLISH)))
        .anyMatch(name -> name.contains("RetainerSans-Bold"));
  }
}
