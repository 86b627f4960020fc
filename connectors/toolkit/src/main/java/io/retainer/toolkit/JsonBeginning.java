package io.retainer.toolkit;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a JSON text, as far as it goes.
 *
 * @param values the documents; the last one may end early
 * @param isCut whether the text goes on
 */
record JsonBeginning(List<JsonValue> values, boolean isLines, boolean isCut) {

  private static final int MOST_LINES = 200;

  static JsonBeginning of(TextBytes bytes) throws IOException {
    byte[] head = read(bytes.bytes(), Limits.HEAD);
    String text = bytes.decodeLeniently(head);
    if (head.length == Limits.HEAD && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      // The first message of a program may be long: it describes all columns.
      head = read(bytes.bytes(), Limits.JSON_HEAD);
      text = bytes.decodeLeniently(head);
    }
    boolean isCut = head.length == Limits.HEAD || head.length == Limits.JSON_HEAD;
    List<JsonValue> lines = lines(text, isCut);
    List<JsonValue> values = lines.isEmpty() ? documents(text) : lines;
    if (values.isEmpty()) {
      throw JsonFaults.unreadable(
          1, "text that is no JSON", "JSON", "Export the file again.", null);
    }
    return new JsonBeginning(List.copyOf(values), !lines.isEmpty(), isCut);
  }

  private static byte[] read(Bytes bytes, int most) throws IOException {
    try (var in = bytes.open()) {
      return in.readNBytes(most);
    }
  }

  /** The documents of whole lines; none when the first line that begins one does not end it. */
  private static List<JsonValue> lines(String text, boolean isCut) throws IOException {
    var found = new ArrayList<JsonValue>();
    var lines = new TextLines(new StringReader(isCut ? wholeLines(text) : text));
    String line;
    while (found.size() < MOST_LINES && (line = lines.next()) != null) {
      String bare = line.strip();
      if (bare.startsWith("{") || bare.startsWith("[")) {
        JsonValue value = whole(bare, lines.line());
        if (value == null && found.isEmpty()) {
          return List.of();
        }
        if (value != null) {
          found.add(value);
        }
      }
    }
    return found.size() == 1 && lines.next() == null && !isCut && text.strip().lines().count() < 2
        ? List.of()
        : found;
  }

  private static String wholeLines(String text) {
    return text.substring(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  }

  private static JsonValue whole(String line, long number) throws IOException {
    try (var parser = JsonFaults.FACTORY.createParser(line)) {
      var tree = new JsonTree(parser, number - 1, true);
      tree.advance();
      JsonValue value = tree.value();
      boolean goesOn = tree.advance() != null;
      return goesOn || tree.isBroken() ? null : value.onLine(number);
    }
  }

  private static List<JsonValue> documents(String text) throws IOException {
    var found = new ArrayList<JsonValue>();
    try (var parser = JsonFaults.FACTORY.createParser(text)) {
      var tree = new JsonTree(parser, 0, true);
      JsonToken token;
      while (found.size() < MOST_LINES && (token = tree.advance()) != null) {
        if (token.isStructStart()) {
          found.add(tree.anew().value());
        }
      }
    }
    return found;
  }

  /** The values at a path, but one that the beginning may have cut off. */
  List<JsonValue> at(String... path) {
    var found = new ArrayList<JsonValue>();
    values.forEach(value -> collect(value, 0, path, found));
    if (isCut && !isLines && !found.isEmpty()) {
      found.remove(found.size() - 1);
    }
    return found;
  }

  private static void collect(JsonValue value, int depth, String[] path, List<JsonValue> found) {
    if (value.isArray() && depth == path.length) {
      found.addAll(value.items());
    } else if (value.isArray()) {
      value.items().forEach(item -> collect(item, depth, path, found));
    } else if (depth == path.length) {
      found.add(value);
    } else if (value.has(path[depth])) {
      collect(value.at(path[depth]), depth + 1, path, found);
    }
  }
}
