package io.retainer.kpi.script;

import io.retainer.compute.protocol.Question.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the insides of {@code compute { … }} out of a script, so that each language is read by its
 * own rules and neither is ever shown to the other's parser. What is taken out is left blank:
 * lines, columns and offsets stay.
 */
record ComputeBlocks(String text, List<Source> insides) {

  private static final String WORD = "compute";

  /** As many as there may be definitions; what is beyond stays, and is refused as it stands. */
  private static final int MOST = 100;

  static ComputeBlocks of(String text) {
    return text.contains(WORD) && text.length() <= ScriptGuard.MOST_CHARACTERS
        ? new Scan(text).blocks()
        : new ComputeBlocks(text, List.of());
  }

  /** The inside of the block that begins at a place. */
  Optional<Source> inside(Place brace) {
    return insides.stream()
        .filter(s -> s.line() == brace.line() && s.column() == brace.column() + 1)
        .findFirst();
  }

  private static final class Scan {
    private final String text;
    private final StringBuilder blank;
    private final List<Source> insides = new ArrayList<>();
    private int at;
    private int depth;

    Scan(String text) {
      this.text = text;
      this.blank = new StringBuilder(text);
    }

    ComputeBlocks blocks() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (skipped()) {
          continue;
        } else if (c == '{') {
          depth++;
        } else if (c == '}') {
          depth--;
        } else if (depth == 1 && insides.size() < MOST && isWord()) {
          inside();
          continue;
        }
        at++;
      }
      return new ComputeBlocks(blank.toString(), insides);
    }

    /** Passes a comment or a quoted text. */
    private boolean skipped() {
      char c = text.charAt(at);
      if (text.startsWith("//", at)) {
        at = orEnd(text.indexOf('\n', at));
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (c == '\'' || c == '"') {
        quoted(c);
      } else {
        return false;
      }
      return true;
    }

    private void quoted(char quote) {
      at++;
      while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      at = Math.min(at + 1, text.length());
    }

    private int orEnd(int offset) {
      return offset < 0 ? text.length() : offset;
    }

    private boolean isWord() {
      boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      return begins && text.startsWith(WORD, at) && brace() >= 0;
    }

    /** Offset of the brace after the word, else -1. */
    private int brace() {
      int next = at + WORD.length();
      while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
        next++;
      }
      return next < text.length() && text.charAt(next) == '{' ? next : -1;
    }

    private void inside() {
      int from = brace() + 1;
      at = from;
      for (int open = 1; at < text.length(); ) {
        char c = text.charAt(at);
        if (skipped()) {
          continue;
        }
        open += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (open == 0) {
          take(from, at);
          at++;
          return;
        }
        at++;
      }
    }

    private void take(int from, int to) {
      Place place = place(from);
      insides.add(new Source(text.substring(from, to), place.line(), place.column()));
      for (int i = from; i < to; i++) {
        if (text.charAt(i) != '\n') {
          blank.setCharAt(i, ' ');
        }
      }
    }

    private Place place(int offset) {
      int line = 1;
      int start = 0;
      for (int i = 0; i < offset; i++) {
        if (text.charAt(i) == '\n') {
          line++;
          start = i + 1;
        }
      }
      return new Place(line, offset - start + 1);
    }
  }
}
