package io.retainer.rendering.pdf;

import io.retainer.model.report.commentary.Prose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody wrote, as rows of {@code report.jrxml}: plain text, which names no style. */
final class ProseBlocks {

  /** Letters of a line, rather fewer than there are: heights are reckoned with it. */
  private static final int LINE = 92;

  private static final int LINE_HEIGHT = 15;
  private static final int GAP = 8;

  private ProseBlocks() {}

  static List<Map<String, ?>> of(Prose prose) {
    List<Map<String, ?>> blocks = new ArrayList<>();
    for (Prose.Block block : prose.blocks()) {
      if (block instanceof Prose.Block.Paragraph paragraph) {
        blocks.add(Blocks.block("isParagraph", "text", lines(paragraph.text())));
      } else if (block instanceof Prose.Block.Bullets bullets) {
        bullets
            .items()
            .forEach(item -> blocks.add(Blocks.block("isBullet", "text", Showable.whole(item))));
      }
    }
    return blocks;
  }

  private static String lines(String text) {
    return Arrays.stream(text.split("\n")).map(Showable::whole).collect(Collectors.joining("\n"));
  }

  /** How high it is on a page, about. */
  static int height(Prose prose) {
    int height = 0;
    for (Prose.Block block : prose.blocks()) {
      if (block instanceof Prose.Block.Paragraph paragraph) {
        height += GAP + Arrays.stream(paragraph.text().split("\n")).mapToInt(ProseBlocks::of).sum();
      } else if (block instanceof Prose.Block.Bullets bullets) {
        height += bullets.items().stream().mapToInt(item -> of(item) + 4).sum();
      }
    }
    return height;
  }

  /** The height of the lines that a text takes. */
  static int of(String text) {
    return LINE_HEIGHT * (text.length() / LINE + 1);
  }
}
