package io.retainer.toolkit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.retainer.toolkit.JsonValue.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;

/** Builds values from what a parser meets, up to a size. */
final class JsonTree {

  /** What a value weighs besides its characters. */
  private static final int WEIGHT = 16;

  private final JsonParser parser;
  private final long linesBefore;
  private final boolean mayBreakOff;
  private long left = Limits.JSON_VALUE;
  private boolean isBroken;

  /**
   * @param linesBefore lines before the parser's first
   * @param mayBreakOff keeps what came before a break, as at the end of a beginning
   */
  JsonTree(JsonParser parser, long linesBefore, boolean mayBreakOff) {
    this.parser = parser;
    this.linesBefore = linesBefore;
    this.mayBreakOff = mayBreakOff;
  }

  boolean isBroken() {
    return isBroken;
  }

  /** Lets the next value have the whole size again. */
  JsonTree anew() {
    left = Limits.JSON_VALUE;
    return this;
  }

  /** Null at the end, and where a text breaks off that may. */
  JsonToken advance() throws IOException {
    try {
      return isBroken ? null : parser.nextToken();
    } catch (IOException | IllegalStateException failure) {
      return broken(failure, null);
    }
  }

  private <T> T broken(Exception failure, T instead) throws IOException {
    if (!mayBreakOff) {
      throw JsonFaults.translated(failure, line());
    }
    isBroken = true;
    return instead;
  }

  private long line() {
    return linesBefore + parser.currentLocation().getLineNr();
  }

  /** The value that begins with the current token; the parser is at its last one then. */
  JsonValue value() throws IOException {
    return around(0, null);
  }

  /**
   * The same without the values at a path.
   *
   * @param depth keys of the path that lead here
   * @param path null when it does not lead here
   */
  JsonValue around(int depth, String[] path) throws IOException {
    long line = linesBefore + parser.currentTokenLocation().getLineNr();
    spend(WEIGHT);
    JsonToken token = parser.currentToken();
    if (path != null && depth == path.length) {
      parser.skipChildren();
      return token == JsonToken.START_ARRAY
          ? JsonValue.array(line, java.util.List.of())
          : JsonValue.of(line, Kind.MISSING, "");
    }
    return switch (token) {
      case START_OBJECT -> object(line, depth, path);
      case START_ARRAY -> array(line, depth, path);
      default -> scalar(line, token);
    };
  }

  private JsonValue object(long line, int depth, String[] path) throws IOException {
    var fields = new LinkedHashMap<String, JsonValue>();
    JsonToken token;
    while ((token = advance()) != null && token != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      spend(key.length());
      if (advance() != null) {
        boolean leads = path != null && path[depth].equals(key);
        JsonValue value = around(depth + 1, leads ? path : null);
        if (value != null) {
          fields.put(key, value);
        }
      }
    }
    return JsonValue.object(line, Collections.unmodifiableMap(fields));
  }

  private JsonValue array(long line, int depth, String[] path) throws IOException {
    var items = new ArrayList<JsonValue>();
    JsonToken token;
    while ((token = advance()) != null && token != JsonToken.END_ARRAY) {
      JsonValue value = around(depth, path);
      if (value != null) {
        items.add(value);
      }
    }
    return JsonValue.array(line, Collections.unmodifiableList(items));
  }

  /**
   * @return null when the text breaks off inside of it
   */
  private JsonValue scalar(long line, JsonToken token) throws IOException {
    String text;
    try {
      text = parser.getText();
    } catch (IOException | IllegalStateException failure) {
      return broken(failure, null);
    }
    spend(text.length());
    return switch (token) {
      case VALUE_NULL -> JsonValue.of(line, Kind.MISSING, "");
      case VALUE_TRUE, VALUE_FALSE -> JsonValue.of(line, Kind.TRUTH, text);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonValue.of(line, Kind.NUMBER, text);
      default -> JsonValue.of(line, Kind.TEXT, text);
    };
  }

  private void spend(long characters) throws UnreadableContent {
    left -= characters;
    if (left < 0) {
      throw JsonFaults.unreadable(
          line(),
          "one JSON value of more than " + Limits.JSON_VALUE + " characters",
          "a row of figures",
          "Export fewer days at a time, or choose CSV.",
          null);
    }
  }
}
