package io.retainer.rendering.xlsx;

import java.util.ArrayList;
import java.util.List;

/** A long sentence in several rows: a row that is not divided runs below whatever stands right. */
final class Lines {

  private Lines() {}

  /** Divided between words, so that no line has more letters, unless one word has. */
  static List<String> of(String text, int letters) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > letters) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
