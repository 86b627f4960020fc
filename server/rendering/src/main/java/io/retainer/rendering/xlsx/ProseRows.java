package io.retainer.rendering.xlsx;

import io.retainer.model.report.commentary.Prose;
import io.retainer.rendering.xlsx.Book.Look;

/** What somebody wrote, a line in a row. A bullet is no sign that a formula could begin with. */
final class ProseRows {

  private static final int LETTERS = 100;

  private ProseRows() {}

  /** Writes it from the row on; the row after it and an empty one. */
  static int write(Page page, int first, Prose prose) {
    int row = first;
    for (Prose.Block block : prose.blocks()) {
      if (block instanceof Prose.Block.Paragraph paragraph) {
        for (String line : paragraph.text().split("\n")) {
          row = lines(page, row, line, "", "");
        }
      } else if (block instanceof Prose.Block.Bullets bullets) {
        for (String item : bullets.items()) {
          row = lines(page, row, item, "\u2022 ", "   ");
        }
      }
      row++;
    }
    return row;
  }

  private static int lines(Page page, int first, String text, String begin, String indent) {
    int row = first;
    for (String line : Lines.of(text, LETTERS)) {
      page.text(row, 0, (row == first ? begin : indent) + line, Look.PLAIN);
      row++;
    }
    return row;
  }
}
