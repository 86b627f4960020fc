package io.retainer.rendering.pdf;

import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.chart.TextLines;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How high the blocks of the last pages are, as {@code report.jrxml} has them; rather more than
 * less.
 */
final class NoteHeights {

  private static final int HEADING = 64;
  private static final int TERM = 34;
  private static final int SOURCE = 50;
  private static final int SUBHEADING = 36;
  private static final int PAIR = 17;
  private static final int REMARK = 31;

  private static final int NAME_WIDTH = 132;
  private static final int TERM_WIDTH = 373;
  private static final int PAIR_WIDTH = 395;

  /** Bold letters are wider than those that are measured. */
  private static final double BOLD = 0.92;

  private final Lettering lettering;

  NoteHeights(Lettering lettering) {
    this.lettering = lettering;
  }

  /** Where the last page of terms ends that begin below their heading. */
  int end(List<Map<String, ?>> terms, int page) {
    int used = HEADING;
    for (Map<String, ?> term : terms) {
      int height = height(term);
      used = used + height <= page ? used + height : height;
    }
    return used;
  }

  /** Below their own heading. */
  int of(List<Map<String, ?>> notes) {
    return HEADING + notes.stream().mapToInt(this::height).sum();
  }

  private int height(Map<String, ?> block) {
    if (block.containsKey("isTerm")) {
      int name =
          more(block, "title", 8.5, NAME_WIDTH * BOLD) + more(block, "detail2", 6.8, NAME_WIDTH);
      int said = more(block, "text", 8.5, TERM_WIDTH) + more(block, "detail", 7.2, TERM_WIDTH);
      return TERM + Math.max(name, said);
    } else if (block.containsKey("isSource")) {
      return SOURCE
          + more(block, "title", 9, SizedImage.WIDTH * BOLD)
          + more(block, "text", 8, SizedImage.WIDTH)
          + more(block, "detail", 7.5, SizedImage.WIDTH);
    } else if (block.containsKey("isPair")) {
      return PAIR + more(block, "text", 8.5, PAIR_WIDTH);
    }
    return block.containsKey("isSubheading") ? SUBHEADING : REMARK;
  }

  /** What a text takes beyond its first line. */
  private int more(Map<String, ?> block, String field, double size, double width) {
    String text = (String) block.get(field);
    int lines =
        text == null
            ? 1
            : Stream.of(text.split("\n"))
                .mapToInt(line -> TextLines.of(lettering, line, size, width - 4))
                .sum();
    return (int) Math.ceil(Math.max(0, lines - 1) * size * 1.3);
  }
}
