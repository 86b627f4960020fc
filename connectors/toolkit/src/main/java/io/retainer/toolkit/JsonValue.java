package io.retainer.toolkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a JSON text. Asking for what is not there gives a missing value, so that an answer of
 * a platform is looked through without a check at every step:
 *
 * <pre>{@code
 * value.at("metadata", "currencyCode").text()
 * }</pre>
 */
public final class JsonValue {

  /** What a value is. Missing stands for null too. */
  enum Kind {
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    TRUTH,
    MISSING
  }

  private static final JsonValue NOTHING = new JsonValue(0, Kind.MISSING, "", List.of(), Map.of());

  private final long line;
  private final Kind kind;
  private final String text;
  private final List<JsonValue> items;
  private final Map<String, JsonValue> fields;

  private JsonValue(
      long line, Kind kind, String text, List<JsonValue> items, Map<String, JsonValue> fields) {
    this.line = line;
    this.kind = kind;
    this.text = text;
    this.items = items;
    this.fields = fields;
  }

  static JsonValue of(long line, Kind kind, String text) {
    return new JsonValue(line, kind, text, List.of(), Map.of());
  }

  static JsonValue array(long line, List<JsonValue> items) {
    return new JsonValue(line, Kind.ARRAY, "", items, Map.of());
  }

  static JsonValue object(long line, Map<String, JsonValue> fields) {
    return new JsonValue(line, Kind.OBJECT, "", List.of(), fields);
  }

  /** The same value as the one at this place. */
  JsonValue onLine(long place) {
    return place == line ? this : new JsonValue(place, kind, text, items, fields);
  }

  /**
   * The physical line where the value begins, from 1; among the values that begin on the first
   * line, as in a document without line breaks, its number.
   */
  public long line() {
    return line;
  }

  /** Whether there is no value, or null. */
  public boolean isMissing() {
    return kind == Kind.MISSING;
  }

  public boolean isObject() {
    return kind == Kind.OBJECT;
  }

  public boolean isArray() {
    return kind == Kind.ARRAY;
  }

  /** The value under these keys, one inside the other. */
  public JsonValue at(String... keys) {
    JsonValue found = this;
    for (String key : keys) {
      found = found.fields.getOrDefault(key, NOTHING);
    }
    return found;
  }

  /** The item at a place from 0. */
  public JsonValue at(int index) {
    return index >= 0 && index < items.size() ? items.get(index) : NOTHING;
  }

  public boolean has(String key) {
    return fields.containsKey(key);
  }

  /** The items of an array; none for anything else. */
  public List<JsonValue> items() {
    return items;
  }

  /** The fields of an object in their order; none for anything else. */
  public Map<String, JsonValue> fields() {
    return fields;
  }

  /**
   * A text, number or truth as it is written, a number with all its digits; empty for anything
   * else.
   */
  public String text() {
    return text;
  }

  /** A number, also one that is written as a text. Empty for anything else. */
  public Optional<BigDecimal> number() {
    return Optional.ofNullable(text.isEmpty() ? null : NumberForm.POINT.parse(text));
  }

  /** As JSON, for the user to correct. */
  @Override
  public String toString() {
    var written = new StringBuilder();
    write(written);
    return written.toString();
  }

  private void write(StringBuilder out) {
    switch (kind) {
      case MISSING -> out.append("null");
      case NUMBER, TRUTH -> out.append(text);
      case TEXT -> quote(text, out);
      case ARRAY -> {
        out.append('[');
        String separator = "";
        for (JsonValue item : items) {
          out.append(separator);
          item.write(out);
          separator = ",";
        }
        out.append(']');
      }
      case OBJECT -> {
        out.append('{');
        String separator = "";
        for (var field : fields.entrySet()) {
          out.append(separator);
          quote(field.getKey(), out);
          out.append(':');
          field.getValue().write(out);
          separator = ",";
        }
        out.append('}');
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
