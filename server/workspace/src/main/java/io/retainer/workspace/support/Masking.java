package io.retainer.workspace.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is nobody's business: words that are known, and what looks like an
 * address, a key or a quoted value. It rather takes too much.
 */
final class Masking {

  /** Shorter words stand in too many others. */
  private static final int SHORTEST = 3;

  private static final int SHORTEST_OF_A_NAME = 4;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** In this order: what is quoted may hold all the others. */
  private static final Map<Pattern, String> SHAPES = shapes();

  private final Map<String, String> words = new LinkedHashMap<>();

  private static Map<Pattern, String> shapes() {
    Map<Pattern, String> shapes = new LinkedHashMap<>();
    shapes.put(Pattern.compile("\"[^\"\\n]*\""), "\"…\"");
    shapes.put(Pattern.compile("“[^”\\n]*”|«[^»\\n]*»"), "“…”");
    shapes.put(Pattern.compile("(?<![\\p{L}\\p{N}])'[^'\\n]*'(?![\\p{L}\\p{N}])"), "'…'");
    shapes.put(Pattern.compile("[^\\s<>\"'(),;:=]+@[\\p{L}\\p{N}.-]+"), "…@…");
    shapes.put(Pattern.compile("(?i)((?:key|token|password|secret|code)=)[^\\s&]+"), "$1…");
    shapes.put(Pattern.compile("(?i)(bearer|basic) [A-Za-z0-9._~+/=-]+"), "$1 …");
    shapes.put(
        Pattern.compile("\\b(?!127\\.0\\.0\\.1\\b|0\\.0\\.0\\.0\\b)(?:\\d{1,3}\\.){3}\\d{1,3}\\b"),
        "…ip…");
    return shapes;
  }

  /** A secret, or what somebody typed into a setting. */
  Masking word(String word, String instead) {
    String plain = word.strip();
    if (plain.length() >= SHORTEST) {
      words.putIfAbsent(plain.toLowerCase(Locale.ROOT), instead);
    }
    return this;
  }

  /** A name, and each longer word of it. */
  Masking name(String name, String instead) {
    word(name, instead);
    for (String part : name.split("[^\\p{L}\\p{N}]+")) {
      if (part.length() >= SHORTEST_OF_A_NAME) {
        word(part, instead);
      }
    }
    return this;
  }

  String of(String text) {
    String masked = withoutWords(text);
    for (Map.Entry<Pattern, String> shape : SHAPES.entrySet()) {
      masked = shape.getKey().matcher(masked).replaceAll(shape.getValue());
    }
    return LONG.matcher(masked)
        .replaceAll(found -> UUID.matcher(found.group()).matches() ? found.group() : "…");
  }

  /** Keys, hashes and what is encoded; names of classes have dots between shorter words. */
  private static final Pattern LONG =
      Pattern.compile("(?<![A-Za-z0-9_-])(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{20,}(?![A-Za-z0-9_-])");

  /** The longest first, so that a name goes before the words it is made of. */
  private String withoutWords(String text) {
    List<String> longest = new ArrayList<>(words.keySet());
    longest.sort(Comparator.comparing(String::length).reversed());
    String masked = text;
    for (String word : longest) {
      masked = replaced(masked, word, words.get(word));
    }
    return masked;
  }

  private static String replaced(String text, String word, String instead) {
    String lower = text.toLowerCase(Locale.ROOT);
    int found = lower.indexOf(word);
    if (found < 0 || lower.length() != text.length()) {
      return found < 0
          ? text
          : Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(text)
              .replaceAll(java.util.regex.Matcher.quoteReplacement(instead));
    }
    var out = new StringBuilder();
    int from = 0;
    while (found >= 0) {
      out.append(text, from, found).append(instead);
      from = found + word.length();
      found = lower.indexOf(word, from);
    }
    return out.append(text, from, text.length()).toString();
  }
}
