package io.retainer.kpi.script;

import java.util.ArrayList;
import java.util.List;
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

  /** Beginning to parse one costs half a megabyte of garbage. */
  static final int MOST = 100;

  private static final int MOST_STRANGERS = 20;

  private static final Pattern HEADING =
      Pattern.compile("(kpi)[ \\t]*\\([ \\t]*(['\"]([^'\"\\\\$\\n]*)['\"])[ \\t]*\\)[ \\t]*");

  /**
   * All definitions of a text. Nothing else is shown to the parser: what stands between them is a
   * problem with its place.
   */
  static List<Definition> all(String text, List<ScriptLimits.Outermost> blocks, Problems problems) {
    List<Definition> definitions = new ArrayList<>();
    int done = 0;
    int strangers = 0;
    for (ScriptLimits.Outermost block : blocks) {
      if (strangers == MOST_STRANGERS) {
        return List.of();
      }
      if (definitions.size() == MOST) {
        problems.add(
            place(text, block.from()),
            "more than " + MOST + " KPIs in one file",
            Script.LIMITS + "; make several files of it");
        return List.of();
      }
      int begin = afterBlanks(text, done);
      Matcher heading = HEADING.matcher(text).region(begin, block.from());
      if (heading.matches()) {
        definitions.add(
            new Definition(
                heading.start(1),
                block.from(),
                block.to(),
                heading.group(3),
                place(text, heading.start(1)),
                place(text, heading.start(2)),
                place(text, block.from())));
      } else {
        strangers++;
        stranger(place(text, begin), problems);
      }
      done = block.to() + 1;
    }
    int rest = afterBlanks(text, done);
    if (rest < text.length()) {
      stranger(place(text, rest), problems);
    }
    return definitions;
  }

  private static void stranger(Place at, Problems problems) {
    problems.add(at, "this is no definition", "write kpi('area.name') { … }");
  }

  /** Where the next thing begins that is neither blank nor a comment. */
  static int afterBlanks(String text, int offset) {
    int at = offset;
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
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
