package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

class PdfFactsTest {

  private static final String STORY = "A sentence that says something of October. ";

  @Test
  void countsPagesAndLetters() throws IOException {
    PdfFacts facts = PdfFacts.of(pdf(STORY, "Other words", "Thirdly"));

    assertThat(facts.pages()).isEqualTo(3);
    assertThat(facts.blank()).isEmpty();
    assertThat(facts.letters()).isGreaterThan(60);
  }

  @Test
  void aPageWithNothingButItsNumberIsBlank() throws IOException {
    assertThat(PdfFacts.of(pdf(STORY, "", "Thirdly", "Fourthly")).blank()).containsExactly(2);
  }

  @Test
  void aSinglePageIsNotComparedWithItself() throws IOException {
    assertThat(PdfFacts.of(pdf(STORY)).blank()).isEmpty();
  }

  @Test
  void whatIsNoPdfIsSaidToBeNone() {
    assertThatThrownBy(() -> PdfFacts.of(new byte[5000])).isInstanceOf(IOException.class);
  }

  /** Each page has its number, as ours do, and a picture. */
  private static byte[] pdf(String... pages) throws IOException {
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      for (int i = 0; i < pages.length; i++) {
        var page = new PDPage();
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          for (int line = 0; line < 200; line++) {
            content.addRect(line, line * 1.37f, 3.33f, 4.44f);
          }
          content.stroke();
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 8);
          content.newLineAtOffset(40, 700);
          content.showText(pages[i]);
          content.newLineAtOffset(0, -660);
          content.showText("Fjell Oy, page " + (i + 1) + " of " + pages.length);
          content.endText();
        }
      }
      document.save(out);
      return out.toByteArray();
    }
  }
}
