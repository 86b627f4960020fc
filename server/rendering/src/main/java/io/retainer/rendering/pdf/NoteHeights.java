package io.retainer.rendering.pdf;

import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.chart.TextLines;
import java.util.List;
import java.util.Map;

/**
 * How high the blocks of the last pages are, as {@code report.jrxml} has them; rather more than
 * less.
 */
final class NoteHeights {

  static final int HEADING = 64;
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

  private static final int SAFE = 1;

  private final Lettering lettering;

  NoteHeights(Lettering lettering) {
    this.lettering = lettering;
  }

  /**
   * Where the last page of blocks ends.
   *
   * @param top of their heading
   */
  int end(List<Map<String, ?>> blocks, int page, int top) {
    int used = top + HEADING;
    for (Map<String, ?> block : blocks) {
      int height = height(block);
      used = block.containsKey("isBreak") ? 0 : used + height <= page ? used + height : height;
    }
    return used;
  }

  /** Below each other. */
  int of(List<Map<String, ?>> notes) {
    return notes.stream().mapToInt(this::height).sum();
  }

  private int height(Map<String, ?> block) {
    if (block.containsKey("isTerm")) {
      int name =
          more(block, "title", 8.5, NAME_WIDTH * BOLD, 13)
              + more(block, "detail2", 6.8, NAME_WIDTH, 10);
      int said =
          more(block, "text", 8.5, TERM_WIDTH, 13) + more(block, "detail", 7.2, TERM_WIDTH, 10);
      return TERM + Math.max(name, said);
    } else if (block.containsKey("isSource")) {
      return SOURCE
          + more(block, "title", 9, SizedImage.WIDTH * BOLD, 13)
          + more(block, "text", 8, SizedImage.WIDTH, 11)
          + more(block, "detail", 7.5, SizedImage.WIDTH, 10);
    } else if (block.containsKey("isPair")) {
      return PAIR + more(block, "text", 8.5, PAIR_WIDTH, 12);
    }
    return block.containsKey("isSubheading") ? SUBHEADING : REMARK;
  }

  /** What a text takes beyond the room that the layout has for it. */
  private int more(Map<String, ?> block, String field, double size, double width, int room) {
    String text = (String) block.get(field);
    int lines = text == null ? 1 : TextLines.of(lettering, text, size, width - SAFE);
    return Math.max(0, (int) Math.ceil(lines * lettering.lineHeight(size)) - room);
  }
}
