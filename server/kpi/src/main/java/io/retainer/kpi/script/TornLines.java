package io.retainer.kpi.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes settings that cannot be read out of a script, so that all others are, and what is wrong
 * with them is told at once. Of such a line its word is left, and of parameters their names; every
 * sign behind it stays where it stands.
 */
final class TornLines {

  private static final Pattern SETTING = Pattern.compile("[ \\t]*([a-zA-Z]{2,20})\\b.*");
  private static final Pattern NAMED =
      Pattern.compile("(?:\\bparam[ \\t]++|,\\s*+)([a-zA-Z]\\w{0,40}+)");
  private static final Pattern QUOTED = Pattern.compile("'[^'\\n]*+'|\"[^\"\\n]*+\"");
  private static final String PARAMETER = "param";

  /** Of a call that stands for a setting; no call of a script is without a word. */
  private static final String NO_WORD = "";

  private final String[] lines;
  private final Set<Integer> out = new HashSet<>();

  TornLines(String text) {
    lines = text.split("\n", -1);
  }

  /** Takes lines out where each is a setting of its own; whether there were any. */
  boolean takeOut(Set<Integer> numbers) {
    int before = out.size();
    for (int number : numbers) {
      if (number < 1 || number > lines.length || out.contains(number)) {
        continue;
      }
      if (isWhole(number - 1)) {
        lines[number - 1] = standIn(lines[number - 1]);
        out.add(number);
      } else {
        takeOutAround(number - 1);
      }
    }
    return out.size() > before;
  }

  boolean isOut(int number) {
    return out.contains(number);
  }

  String text() {
    return String.join("\n", lines);
  }

  /** All lines of a setting, by how far they are moved in: what it has in brackets may be torn. */
  private void takeOutAround(int index) {
    int first = first(index);
    int last = first < 0 ? -1 : last(first);
    if (last <= first || last < index || depth(first, last) != 0 || isAnyOut(first, last)) {
      return;
    }
    String word = standIn(lines[first], whole(first, last));
    for (int i = first; i <= last; i++) {
      // What is told of a line is of the setting whose word is left in it.
      lines[i] = i == index ? word : " ".repeat(lines[i].length());
      out.add(i + 1);
    }
  }

  private String whole(int first, int last) {
    return String.join("\n", Arrays.asList(lines).subList(first, last + 1));
  }

  /** Where the setting of a line begins; -1 where it does not tell. */
  private int first(int index) {
    int least = Math.max(0, index - ScriptLimits.MOST_LINES);
    int level = indent(index);
    for (int at = index; at >= least; at--) {
      boolean isOuter = at == index || indent(at) < level || closes(index) && indent(at) == level;
      if (isOuter && begins(lines[at])) {
        return at;
      } else if (isOuter && !lines[at].isBlank()) {
        level = indent(at);
      }
    }
    return -1;
  }

  /** The line before the next setting, or before the end of the definition. */
  private int last(int first) {
    int last = first;
    int end = Math.min(lines.length, first + ScriptLimits.MOST_LINES);
    for (int i = first + 1; i < end; i++) {
      boolean isInside = indent(i) > indent(first) || indent(i) == indent(first) && closes(i);
      if (lines[i].isBlank()) {
        continue;
      }
      if (!isInside) {
        return begins(lines[i]) || closes(i) ? last : first;
      }
      last = i;
    }
    return first;
  }

  private boolean closes(int index) {
    String line = lines[index].strip();
    return line.startsWith("}") || line.startsWith(")") || line.startsWith("]");
  }

  private int indent(int index) {
    return lines[index].length() - lines[index].stripLeading().length();
  }

  private int depth(int first, int last) {
    int depth = 0;
    for (int i = first; i <= last; i++) {
      depth += depth(lines[i]);
    }
    return depth;
  }

  private boolean isAnyOut(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (out.contains(i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** A setting that begins and ends on its line. */
  private boolean isWhole(int index) {
    String line = lines[index].strip();
    boolean isComment = line.startsWith("#") || line.startsWith("--");
    int depth = depth(line);
    boolean isBrace = depth == -1 && !line.contains("{") || depth == 1 && !line.endsWith("{");
    if (!isComment && (!begins(line) || depth != 0 && !isBrace)) {
      return false;
    }
    int next = index + 1;
    while (next < lines.length && lines[next].isBlank()) {
      next++;
    }
    return next < lines.length && (begins(lines[next]) || lines[next].strip().startsWith("}"));
  }

  private static boolean begins(String line) {
    Matcher word = SETTING.matcher(line);
    return word.matches()
        && (Vocabulary.SETTINGS.containsKey(word.group(1))
            || Vocabulary.COMPUTED.containsKey(word.group(1)));
  }

  private static int depth(String line) {
    return (int)
        (line.chars().filter(c -> c == '{').count() - line.chars().filter(c -> c == '}').count());
  }

  /** As long as the line, so that what stands behind it on the same one stays where it is. */
  private static String standIn(String line) {
    String whole = standIn(line, line);
    String fits = whole.length() <= line.length() ? whole : standIn(line, "");
    return fits + " ".repeat(line.length() - fits.length());
  }

  /**
   * @param line the first one of a setting
   * @param whole the setting, which may give names to parameters
   */
  private static String standIn(String line, String whole) {
    Matcher word = SETTING.matcher(line);
    String setting = word.matches() ? word.group(1) : "";
    List<String> names = setting.equals(PARAMETER) ? names(whole) : List.of();
    return line.substring(0, line.indexOf(setting))
        + setting
        + (names.isEmpty() ? "" : " " + String.join(":t,", names) + ":t");
  }

  /** Of the parameters that a setting gives, rightly or not. */
  static List<String> names(String setting) {
    List<String> names = new ArrayList<>();
    Matcher named = NAMED.matcher(QUOTED.matcher(setting).replaceAll("''"));
    while (named.find()) {
      if (!names.contains(named.group(1))) {
        names.add(named.group(1));
      }
    }
    return names;
  }

  /** Which setting a node stands for, that is left of one of which it is told what is wrong. */
  static Optional<String> leftIn(Node node, Problems problems) {
    if (node instanceof Node.Call call && call.word().equals(NO_WORD)) {
      return Optional.of(((Node.Name) call.arguments().get(0)).name());
    }
    return node instanceof Node.Name word
            && Vocabulary.SETTINGS.containsKey(word.name())
            && problems.areWithin(word.at().line(), word.at().line())
        ? Optional.of(word.name())
        : Optional.empty();
  }

  /** What stands for a setting that is no part of a definition. */
  static Node standIn(Place at, String setting) {
    Matcher word = SETTING.matcher(setting.lines().findFirst().orElse(""));
    String name = word.matches() ? word.group(1) : "";
    if (!name.equals(PARAMETER)) {
      return new Node.Call(
          at, Optional.empty(), NO_WORD, List.of(new Node.Name(at, name)), List.of());
    }
    return new Node.Call(
        at,
        Optional.empty(),
        name,
        List.of(),
        names(setting).stream().map(key -> new Node.Entry(at, key, new Node.Nothing(at))).toList());
  }
}
