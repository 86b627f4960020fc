package io.retainer.rendering;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What a reader can select in a PDF, page by page, and where it stands. */
final class PdfText {

  private PdfText() {}

  /** The text of each page, as {@link #flat} has it. */
  static List<String> pages(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(flat(stripper.getText(document)));
      }
      return pages;
    } catch (IOException e) {
      throw new AssertionError("The PDF could not be read", e);
    }
  }

  static String all(byte[] pdf) {
    return String.join(" ", pages(pdf));
  }

  /** Spaces and hyphens of every kind as plain ones, so that it is no matter where lines end. */
  static String flat(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").replace('\u2011', '-').strip();
  }

  /** Texts that reach over the edge of their page. */
  static List<String> outside(byte[] pdf) throws IOException {
    List<String> outside = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
              PDRectangle page = getCurrentPage().getMediaBox();
              for (TextPosition position : positions) {
                float right = position.getXDirAdj() + position.getWidthDirAdj();
                boolean inside =
                    position.getXDirAdj() >= 0
                        && right <= page.getWidth() + 0.5
                        && position.getYDirAdj() >= 0
                        && position.getYDirAdj() <= page.getHeight();
                if (!inside) {
                  outside.add(text);
                }
              }
            }
          };
      stripper.writeText(document, new StringWriter());
    }
    return outside;
  }
}
