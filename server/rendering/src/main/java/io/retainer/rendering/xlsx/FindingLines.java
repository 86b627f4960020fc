package io.retainer.rendering.xlsx;

import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.xlsx.Book.Look;

/** What the scorecard says, a topic beside its sentences, a line in a row. */
final class FindingLines {

  private static final int LETTERS = 90;

  private FindingLines() {}

  /** Writes it from the row on; the row after it and an empty one, or the same row for nothing. */
  static int write(Page page, int first, ScorecardText said) {
    if (said.isEmpty()) {
      return first;
    }
    int row = first;
    page.text(row++, 0, said.title(), Look.BOLD);
    for (ScorecardText.Row topic : said.rows()) {
      page.text(row, 0, topic.label(), Look.MUTED);
      for (String sentence : topic.said()) {
        for (String line : Lines.of(sentence, LETTERS)) {
          page.text(row++, 1, line, Look.PLAIN);
        }
      }
    }
    return row + 1;
  }
}
