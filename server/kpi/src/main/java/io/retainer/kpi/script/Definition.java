package io.retainer.kpi.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one {@code kpi('area.name') { … }} stands in a script.
 *
 * @param from offset of the word {@code kpi}
 * @param open offset of the opening brace
 * @param close offset of the closing brace
 */
record Definition(int from, int open, int close, String id, Place at, Place idAt, Place blockAt) {

  private static final Pattern HEADING =
      Pattern.compile("(kpi)[ \\t]*\\([ \\t]*('([^'\\\\\\n]*)')[ \\t]*\\)[ \\t]*");

  /** All definitions of a text; empty when something else stands between them. */
  static Optional<List<Definition>> all(String text, List<ScriptLimits.Outermost> blocks) {
    List<Definition> definitions = new ArrayList<>();
    int done = 0;
    for (ScriptLimits.Outermost block : blocks) {
      Matcher heading = HEADING.matcher(text).region(afterBlanks(text, done), block.from());
      if (!heading.matches()) {
        return Optional.empty();
      }
      definitions.add(
          new Definition(
              heading.start(1),
              block.from(),
              block.to(),
              heading.group(3),
              place(text, heading.start(1)),
              place(text, heading.start(2)),
              place(text, block.from())));
      done = block.to() + 1;
    }
    return afterBlanks(text, done) == text.length() ? Optional.of(definitions) : Optional.empty();
  }

  /** Where the next thing begins that is neither blank nor a comment to the end of its line. */
  private static int afterBlanks(String text, int offset) {
    int at = offset;
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private static Place place(String text, int offset) {
    int line = 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    return new Place(line, offset - text.lastIndexOf('\n', offset - 1));
  }

  String text(String script) {
    return script.substring(from, close + 1);
  }

  String inside(String script) {
    return script.substring(open + 1, close);
  }

  /** What stands between the braces, at the lines and columns where it stands. */
  String alone(String script) {
    return "\n".repeat(blockAt.line() - 1) + " ".repeat(blockAt.column()) + inside(script);
  }
}
