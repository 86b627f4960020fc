package io.retainer.workspace.brand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes single lines of a {@code look.yaml}; remarks and all other lines stay as they are. */
final class LookLines {

  private LookLines() {}

  static String with(String source, Map<String, Optional<String>> words) {
    List<String> lines = new ArrayList<>(source.lines().toList());
    words.forEach(
        (word, text) -> {
          int at = place(lines, word);
          if (text.isPresent()) {
            String line = word + ": " + quoted(text.get());
            if (at < 0) {
              lines.add(line);
            } else {
              lines.set(at, line);
            }
          } else if (at >= 0) {
            lines.remove(at);
          }
        });
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static int place(List<String> lines, String word) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("[\"']?" + word + "[\"']?\\s*:.*")) {
        return i;
      }
    }
    return -1;
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r");
    return "\"" + escaped + "\"";
  }
}
