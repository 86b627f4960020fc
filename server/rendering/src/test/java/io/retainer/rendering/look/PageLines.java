package io.retainer.rendering.look;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The texts of each page with the boxes they take, as far as letters reach. */
final class PageLines {

  /** Where the head of a page ends, and its foot begins. */
  private static final double HEAD = 62;

  private static final double FOOT = 798;

  private PageLines() {}

  /**
   * A text that stands in one place.
   *
   * @param size of its letters, in points
   */
  record Line(String text, Rectangle2D box, double size, boolean isBold) {

    boolean isInBody() {
      return box.getMinY() > HEAD - 20 && box.getMaxY() < FOOT;
    }

    @Override
    public String toString() {
      return "\"" + text + "\" at " + Math.round(box.getX()) + "," + Math.round(box.getY());
    }
  }

  static List<List<Line>> of(byte[] pdf) throws IOException {
    List<List<Line>> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        Collector collector = new Collector();
        collector.setStartPage(page);
        collector.setEndPage(page);
        collector.writeText(document, new StringWriter());
        pages.add(collector.lines);
      }
    }
    return pages;
  }

  /** Texts are told apart by gaps that are wider than a space. */
  private static final class Collector extends PDFTextStripper {

    private final List<Line> lines = new ArrayList<>();

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      List<TextPosition> run = new ArrayList<>();
      TextPosition before = null;
      for (TextPosition position : positions) {
        if (before != null && isApart(before, position)) {
          add(run);
          run.clear();
        }
        run.add(position);
        before = position;
      }
      add(run);
    }

    private static boolean isApart(TextPosition before, TextPosition next) {
      double gap = next.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
      return Math.abs(next.getYDirAdj() - before.getYDirAdj()) > 1
          || gap > 0.8 * before.getFontSizeInPt()
          || gap < -0.5 * before.getFontSizeInPt();
    }

    private void add(List<TextPosition> run) {
      StringBuilder text = new StringBuilder();
      run.forEach(position -> text.append(position.getUnicode()));
      if (text.toString().isBlank()) {
        return;
      }
      TextPosition first = run.get(0);
      TextPosition last = run.get(run.size() - 1);
      double size = first.getYScale();
      double rise = size * 0.7;
      lines.add(
          new Line(
              text.toString().strip(),
              new Rectangle2D.Double(
                  first.getXDirAdj(),
                  first.getYDirAdj() - rise,
                  last.getXDirAdj() + last.getWidthDirAdj() - first.getXDirAdj(),
                  rise),
              size,
              first.getFont().getName().contains("Bold")));
    }
  }
}
