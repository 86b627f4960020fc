package io.retainer.model.report.commentary;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody wrote. An empty line ends a paragraph, a line that begins with {@code "- "}, {@code
 * "* "} or {@code "• "} is a bullet; nothing else means anything, and all of it is text to whoever
 * shows it.
 *
 * @param text as typed, with line feeds, without signs that turn the direction of what follows them
 */
public record Prose(String text) {

  /** Characters of one text. */
  public static final int LONGEST = 4000;

  public static final Prose NONE = new Prose("");

  /** What can neither be seen nor be meant. */
  private static final String INVISIBLE =
      "[\\p{Cntrl}&&[^\\n]]|[\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]";

  /** A part of it. */
  public sealed interface Block {

    /**
     * @param text of one or more lines
     */
    record Paragraph(String text) implements Block {}

    /**
     * @param items each of one line
     */
    record Bullets(List<String> items) implements Block {
      public Bullets {
        items = List.copyOf(items);
      }
    }
  }

  /**
   * @throws IllegalArgumentException when it is too long
   */
  public Prose {
    text = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    text = text.replaceAll(INVISIBLE, "").replaceAll(" +\n", "\n").strip();
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new IllegalArgumentException(
          "A text has at most %d characters, saw %d"
              .formatted(LONGEST, text.codePointCount(0, text.length())));
    }
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** Its characters, as readers count them. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** In the order of reading. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    List<String> items = new ArrayList<>();
    for (String raw : text.split("\n", -1)) {
      String line = raw.strip();
      boolean isBullet = line.matches("[-*\u2022] .*");
      if (!isBullet) {
        end(items, blocks);
      }
      if (isBullet || line.isEmpty()) {
        endParagraph(lines, blocks);
      }
      if (isBullet) {
        items.add(line.substring(2).strip());
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    end(items, blocks);
    endParagraph(lines, blocks);
    return List.copyOf(blocks);
  }

  private static void end(List<String> items, List<Block> blocks) {
    if (!items.isEmpty()) {
      blocks.add(new Block.Bullets(items));
      items.clear();
    }
  }

  private static void endParagraph(List<String> lines, List<Block> blocks) {
    if (!lines.isEmpty()) {
      blocks.add(new Block.Paragraph(String.join("\n", lines)));
      lines.clear();
    }
  }
}
