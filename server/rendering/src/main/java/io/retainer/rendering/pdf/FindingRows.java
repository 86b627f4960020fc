package io.retainer.rendering.pdf;

import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.chart.TextLines;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.words.NoBreaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the scorecard says, as rows of {@code report.jrxml}: a topic beside its sentences. */
final class FindingRows {

  private static final int TITLE = 36;
  private static final int ROW = 6;
  private static final int LINE = 11;

  /** Of the letters and of their column, as the layout has them. */
  private static final double SIZE = 8.5;

  private static final int WIDTH = 391;

  private FindingRows() {}

  static List<Map<String, ?>> of(ScorecardText said) {
    List<Map<String, ?>> rows = new ArrayList<>();
    rows.add(Blocks.block("isSubheading", "title", said.title()));
    for (ScorecardText.Row row : said.rows()) {
      rows.add(Blocks.block("isPair", "title", row.label(), "text", lines(row)));
    }
    return rows;
  }

  /** How high they are on a page, rather more than less. */
  static int height(ScorecardText said, Lettering lettering) {
    int height = TITLE;
    for (ScorecardText.Row row : said.rows()) {
      int lines =
          row.said().stream()
              .map(one -> NoBreaks.in(Showable.whole(one)))
              .mapToInt(one -> TextLines.of(lettering, one, SIZE, WIDTH))
              .sum();
      height += ROW + LINE * lines;
    }
    return height;
  }

  private static String lines(ScorecardText.Row row) {
    return row.said().stream().map(Showable::whole).collect(Collectors.joining("\n"));
  }
}
